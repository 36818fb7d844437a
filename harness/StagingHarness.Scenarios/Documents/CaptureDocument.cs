using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Something of an answer that later requests of a journey carry: one of the kinds.</summary>
internal sealed record CaptureDocument
{
    public static VariantShape<CaptureDocument> Shape { get; } =
        new VariantShape<CaptureDocument>("capture") { StandsAlone = true }
            .Kind("json", Kind().Required("json", new JsonPointerShape("/id"), (document, value) => document with { Json = value }))
            .Kind("header", Kind().Required(
                "header", new HeaderNameShape("the name of a response header", "Location"), (document, value) => document with { Header = value }))
            .Kind("cookie", Kind().Required(
                "cookie", new HeaderNameShape("the name of a cookie", "session"), (document, value) => document with { Cookie = value }))
            .Kind("pattern", Kind().Required(
                "pattern", new RegularExpressionShape("token=(\\w+)") { NeedsGroup = true }, (document, value) => document with { Pattern = value }));

    public Spanned<string>? Json { get; init; }

    public Spanned<string>? Header { get; init; }

    public Spanned<string>? Cookie { get; init; }

    public Spanned<string>? Pattern { get; init; }

    private static MappingShape<CaptureDocument> Kind() => new(new CaptureDocument());
}
