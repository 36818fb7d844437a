using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Planning;

/// <summary>A step with the versions that the walk found; an <c>upgrade</c> has become a <c>stage</c> and an <c>activate</c>.</summary>
internal sealed record WalkedStep
{
    public required Spanned<StepBodyDocument> Body { get; init; }

    public required Spanned<IncidentTime>? At { get; init; }

    /// <summary>Null for a step that changes no service, or when it cannot be told.</summary>
    public string? Service { get; init; }

    /// <summary>What served before the step.</summary>
    public ServerVersion? Before { get; init; }

    /// <summary>What the servers hold or serve once the step is done.</summary>
    public ServerVersion? Version { get; init; }

    /// <summary>The phase that begins when the step is done; null when it begins none.</summary>
    public string? Begins => Body.Value switch
    {
        ActivateStepDocument activate => activate.Begins?.Value ?? Defaults.ActivateBegins,
        RestartStepDocument restart => restart.Begins?.Value ?? Defaults.RestartBegins,
        FaultStepDocument fault => fault.ItsName,
        ProviderStepDocument provider => provider.Begins?.Value,
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
