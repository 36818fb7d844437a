using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Checks;

/// <summary>What is waited for.</summary>
internal sealed record UntilDocument
{
    public static VariantShape<UntilDocument> Shape { get; } =
        CheckDocument.OneOf("condition", new UntilDocument(), (document, value) => document with { Check = value });

    /// <summary>Null: it could not be read.</summary>
    public Spanned<CheckDocument>? Check { get; init; }
}
