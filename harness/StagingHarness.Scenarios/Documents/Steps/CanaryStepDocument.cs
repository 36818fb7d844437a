using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Try the version on a growing share of the traffic, beside a baseline of the same age, before the rest is upgraded.</summary>
internal sealed record CanaryStepDocument : UpgradingStepDocument
{
    public static MappingShape<CanaryStepDocument> Shape { get; } =
        new MappingShape<CanaryStepDocument>(new CanaryStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("to", VersionDocument.Shape, (document, value) => document with { To = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value })
            .Optional("instances", Names.ServerCount, (document, value) => document with { Instances = value })
            .Required(
                "shares",
                new ListShape<Share>(new ShareShape { LessThan = 100 }) { NeedsOne = "share", OneIsEnough = true, Example = "[10 %, 50 %]" },
                (document, value) => document with { Shares = value })
            .Required("hold", new IncidentDurationShape { MayBeZero = false }, (document, value) => document with { Hold = value })
            .Optional("gate", GateStepDocument.OfStrategy, (document, value) => document with { Gate = value });

    public Spanned<int>? Instances { get; init; }

    public Spanned<ImmutableArray<Spanned<Share>>>? Shares { get; init; }

    /// <summary>How long each share is held before the gate decides.</summary>
    public Spanned<IncidentDuration>? Hold { get; init; }

    public Spanned<GateStepDocument>? Gate { get; init; }
}
