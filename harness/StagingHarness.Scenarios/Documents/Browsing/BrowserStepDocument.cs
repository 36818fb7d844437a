using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Browsing;

/// <summary>One thing that a customer does or sees, as written: one of these is there.</summary>
internal sealed record BrowserStepDocument
{
    private static readonly BrowserStepDocument Empty = new();

    public static VariantShape<BrowserStepDocument> Shape { get; } = new VariantShape<BrowserStepDocument>("step of a browser")
        .Kind("open", Of("open", new UrlPathShape("/dashboard"), (document, value) => document with { Open = value }))
        .Kind("fill", Of("fill", FillFieldDocument.Shape, (document, value) => document with { Fill = value }))
        .Kind("click", Of("click", ClickElementDocument.Shape, (document, value) => document with { Click = value }))
        .Kind("see", Of("see", new TextShape("a text of the page", "Your balance"), (document, value) => document with { See = value }));

    public Spanned<string>? Open { get; init; }

    public Spanned<FillFieldDocument>? Fill { get; init; }

    public Spanned<ClickElementDocument>? Click { get; init; }

    public Spanned<string>? See { get; init; }

    private static MappingShape<BrowserStepDocument> Of<T>(string key, ShapeOf<T> shape, Func<BrowserStepDocument, Spanned<T>, BrowserStepDocument> set)
        where T : notnull => new MappingShape<BrowserStepDocument>(Empty).Required(key, shape, set);
}
