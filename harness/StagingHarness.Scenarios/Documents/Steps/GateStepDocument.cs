using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Let the steps go on only when expectations are met.</summary>
internal sealed record GateStepDocument : VersionStepBodyDocument
{
    private static readonly ListShape<ExpectationDocument> Expectations = new(ExpectationDocument.AnyShape.Preset(
        "phase", GateStepPlan.Window, "a gate measures since the last change of traffic: remove it"));

    /// <summary>A step of its own.</summary>
    public static MappingShape<GateStepDocument> Shape { get; } =
        WithFields(new MappingShape<GateStepDocument>(new GateStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value }));

    /// <summary>The gate of a strategy, which knows its service.</summary>
    public static MappingShape<GateStepDocument> OfStrategy { get; } =
        WithFields(new MappingShape<GateStepDocument>(new GateStepDocument()));

    public Spanned<IncidentDuration>? Over { get; init; }

    public Spanned<GateOtherwise>? Otherwise { get; init; }

    public Spanned<ImmutableArray<Spanned<ExpectationDocument>>>? Expect { get; init; }

    private static MappingShape<GateStepDocument> WithFields(MappingShape<GateStepDocument> shape) => shape
        .Optional("over", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { Over = value })
        .Optional("otherwise", new ChoiceShape<GateOtherwise>("what a gate does"), (document, value) => document with { Otherwise = value })
        .Required("expect", Expectations, (document, value) => document with { Expect = value });
}
