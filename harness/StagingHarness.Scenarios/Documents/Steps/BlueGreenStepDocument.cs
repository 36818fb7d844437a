using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Start the version beside the old one, switch the traffic over, and keep the old one for a while.</summary>
internal sealed record BlueGreenStepDocument : UpgradingStepDocument
{
    public static MappingShape<BlueGreenStepDocument> Shape { get; } =
        new MappingShape<BlueGreenStepDocument>(new BlueGreenStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("to", VersionDocument.Shape, (document, value) => document with { To = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value })
            .Required("bake", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { Bake = value })
            .Optional("gate", GateStepDocument.OfStrategy, (document, value) => document with { Gate = value })
            .Optional("keep", new IncidentDurationShape { MayBeZero = true }, (document, value) => document with { Keep = value });

    /// <summary>How long the version is watched before the gate decides.</summary>
    public Spanned<IncidentDuration>? Bake { get; init; }

    public Spanned<GateStepDocument>? Gate { get; init; }

    /// <summary>How long the old one goes on running after that.</summary>
    public Spanned<IncidentDuration>? Keep { get; init; }
}
