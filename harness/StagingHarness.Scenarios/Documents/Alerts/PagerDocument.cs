using System.Collections.Immutable;
using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Documents.Scalars;
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
                (document, value) => document with { By = value })
            .Optional(
                "calls",
                new ListShape<PageForm>(new ChoiceShape<PageForm>("a form of pages")) { NeedsOne = "form", OneIsEnough = true, Distinct = true },
                (document, value) => document with { Calls = value });

    public Spanned<ImmutableArray<Spanned<string>>>? By { get; init; }

    /// <summary>In which forms the service that pages people is called.</summary>
    public Spanned<ImmutableArray<Spanned<PageForm>>>? Calls { get; init; }
}
