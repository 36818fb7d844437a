using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Upgrades;

/// <summary>Servers that the stage did not have are placed, start side by side and attest what they run; they take no traffic yet.</summary>
internal sealed class ServerAddition(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server attests another version than it should.</exception>
    public async Task<string> ExecuteAsync(AddStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var wanted = step.Servers.Select(name => (Name: name, step.Version))
            .Concat(step.Twins.Select(name => (Name: name, Version: step.TwinVersion)))
            .Select(each => (Server: stage.Add(each.Name, step.Service), each.Version))
            .ToList();
        await Together.WhenAllAsync(wanted.Select(each => starter.PlaceAsync(each.Server, each.Version, scope, cancellationToken)));
        await Together.WhenAllAsync(wanted.Select(each => StartAsync(each.Server, each.Version, scope, cancellationToken)));
        var added = $"{Counted.Servers(step.Servers.Length, "attests", "attest")} {step.Version}";
        var twins = step.Twins.IsEmpty ? "" : $" and {Counted.Servers(step.Twins.Length, "attests", "attest")} {step.TwinVersion}";
        return $"{added}{twins}, ready and without traffic";
    }

    private async Task StartAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken) =>
        server.Beside = await starter.StartAsync(server, version, scope, cancellationToken);
}
