using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Expectations;

/// <summary>An alert rule fires, or stays silent.</summary>
internal sealed record AlertExpectationDocument : ExpectationDocument
{
    public static MappingShape<AlertExpectationDocument> Shape { get; } =
        new MappingShape<AlertExpectationDocument>(new AlertExpectationDocument())
            .Named()
            .Required("alert", AlertConditionDocument.Shape, (document, value) => document with { Alert = value })
            .InPhase()
            .Optional("within", new ClockDurationShape(), (document, value) => document with { Within = value })
            .Optional("since", new ChoiceShape<Milestone>("a milestone"), (document, value) => document with { Since = value })
            .Optional(
                "samples",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 10 },
                (document, value) => document with { Samples = value })
            .Elsewhere("share", "a rule fires or not; there is no share of it");

    public Spanned<AlertConditionDocument>? Alert { get; init; }

    public Spanned<ClockDuration>? Within { get; init; }

    public Spanned<Milestone>? Since { get; init; }

    public Spanned<int>? Samples { get; init; }
}
