using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Planning.Strategies;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>A step with the versions that the walk found; a strategy has become the moves that it is made of.</summary>
internal sealed record WalkedStep
{
    public required Spanned<StepBodyDocument> Body { get; init; }

    public required Spanned<IncidentTime>? At { get; init; }

    /// <summary>Null for a step that changes no service, or when it cannot be told.</summary>
    public string? Service { get; init; }

    /// <summary>Names of the servers that it moves; empty for a step that moves none.</summary>
    public ImmutableArray<string> Servers { get; init; } = [];

    /// <summary>What served before the step.</summary>
    public ServerVersion? Before { get; init; }

    /// <summary>What the servers hold or serve once the step is done.</summary>
    public ServerVersion? Version { get; init; }

    /// <summary>Where a way back leads, server by server; empty for every other step.</summary>
    public ImmutableArray<ServerState> Back { get; init; } = [];

    /// <summary>A way back that is only taken when the gate above it refuses.</summary>
    public bool OnRefusal { get; init; }

    /// <summary>Of a gate: where the scenario ends when it refuses, by service; null for every other step.</summary>
    public ImmutableSortedDictionary<string, ServiceState>? WhenRefused { get; init; }

    /// <summary>Of a step that asks: the names of all servers on the stage at that point; empty for every other step.</summary>
    public ImmutableArray<string> Standing { get; init; } = [];

    /// <summary>What it runs at the same time with; null for a step that runs alone.</summary>
    public WalkedGroup? Group { get; init; }

    /// <summary>The round of a repeat that it stands in; null outside of one.</summary>
    public WalkedRound? Round { get; init; }

    /// <summary>It stands in one round of several, so that the phase that it begins may have begun before.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The phase that begins when the step is done; null when it begins none.</summary>
    public string? Begins => Body.Value switch
    {
        Move move => move.Begins,
        ActivateStepDocument activate => activate.Begins?.Value ?? Defaults.ActivateBegins,
        RestartStepDocument restart => restart.Begins?.Value ?? Defaults.RestartBegins,
        RevertStepDocument revert => revert.Begins?.Value ?? Defaults.RestartBegins,
        FaultStepDocument fault => fault.ItsName,
        ProviderStepDocument provider => provider.Begins?.Value,
        JobStepDocument job => job.Begins?.Value,
        _ => null,
    };

    /// <summary>Where the author named that phase; null where nobody did.</summary>
    public Spanned<string>? GivenPhase => Body.Value switch
    {
        Move move => move.GivenPhase,
        ActivateStepDocument activate => activate.Begins,
        RestartStepDocument restart => restart.Begins,
        RevertStepDocument revert => revert.Begins,
        FaultStepDocument fault => fault.Name,
        ProviderStepDocument provider => provider.Begins,
        JobStepDocument job => job.Begins,
        _ => null,
    };

    /// <summary>The scripted minimum on the incident's clock.</summary>
    public IncidentDuration Takes => Body.Value switch
    {
        WatchStepDocument watch => watch.For?.Value,
        AcknowledgeStepDocument acknowledge => acknowledge.After?.Value,
        DecideStepDocument decide => decide.After?.Value,
        RollBackStepDocument rollBack => rollBack.Takes?.Value,
        RestartStepDocument restart => restart.Takes?.Value,
        FaultStepDocument fault => fault.For?.Value,
        _ => null,
    } ?? IncidentDuration.Zero;
}
