using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>Milestones come in an order.</summary>
internal sealed record OrderExpectationDocument : ExpectationDocument
{
    public static MappingShape<OrderExpectationDocument> Shape { get; } =
        new MappingShape<OrderExpectationDocument>(new OrderExpectationDocument())
            .Named()
            .Required(
                "order",
                new ListShape<Milestone>(new ChoiceShape<Milestone>("a milestone")) { NeedsOne = "milestone", Distinct = true },
                (document, value) => document with { Order = value })
            .Elsewhere("phase", "an order spans the whole run; it has no phase")
            .Elsewhere("share", "an order is kept or not; there is no share of it");

    public Spanned<ImmutableArray<Spanned<Milestone>>>? Order { get; init; }
}
