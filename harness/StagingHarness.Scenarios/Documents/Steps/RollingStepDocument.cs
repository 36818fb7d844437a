using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>Upgrade some servers at a time.</summary>
internal sealed record RollingStepDocument : UpgradingStepDocument
{
    public static MappingShape<RollingStepDocument> Shape { get; } =
        new MappingShape<RollingStepDocument>(new RollingStepDocument())
            .Optional("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("to", VersionDocument.Shape, (document, value) => document with { To = value })
            .Optional("begins", Names.Phase, (document, value) => document with { Begins = value })
            .Optional("batch", Names.ServerCount, (document, value) => document with { Batch = value })
            .Optional("pause", new IncidentDurationShape { MayBeZero = true }, (document, value) => document with { Pause = value })
            .Optional("surge", new FlagShape(), (document, value) => document with { Surge = value })
            .Optional("order", new ListShape<string>(Names.Server) { Distinct = true }, (document, value) => document with { Order = value })
            .Optional("gate", GateStepDocument.OfStrategy, (document, value) => document with { Gate = value });

    public Spanned<int>? Batch { get; init; }

    public Spanned<IncidentDuration>? Pause { get; init; }

    public Spanned<bool>? Surge { get; init; }

    /// <summary>Servers that come first; the others follow in the order of their numbers.</summary>
    public Spanned<ImmutableArray<Spanned<string>>>? Order { get; init; }

    public Spanned<GateStepDocument>? Gate { get; init; }
}
