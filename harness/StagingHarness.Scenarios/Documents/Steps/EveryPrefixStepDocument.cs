using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Stop an upgrade after each of its changes in turn, and revert it from there.</summary>
internal sealed record EveryPrefixStepDocument : StepBodyDocument
{
    public static MappingShape<EveryPrefixStepDocument> Shape { get; } =
        new MappingShape<EveryPrefixStepDocument>(new EveryPrefixStepDocument())
            .Required("of", StepDocument.Strategy, (document, value) => document with { Of = value })
            .Optional("settle", new IncidentDurationShape { MayBeZero = true }, (document, value) => document with { Settle = value })
            .Optional("kill", new FlagShape(), (document, value) => document with { Kill = value });

    public Spanned<StepDocument>? Of { get; init; }

    /// <summary>How long the traffic is watched after each way back.</summary>
    public Spanned<IncidentDuration>? Settle { get; init; }

    /// <summary>Once more for each replacement, with a server killed in the middle of it.</summary>
    public Spanned<bool>? Kill { get; init; }
}
