using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Documents.Alerts;

/// <summary>What pages the on-call team.</summary>
internal sealed record PagerDocument
{
    public static MappingShape<PagerDocument> Shape { get; } =
        new MappingShape<PagerDocument>(new PagerDocument())
            .Required(
                "by",
                new ListShape<string>(Names.Alert) { NeedsOne = "rule", OneIsEnough = true, Distinct = true, Example = "too-many-errors" },
                (document, value) => document with { By = value });

    public Spanned<ImmutableArray<Spanned<string>>>? By { get; init; }
}
