using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Execution.Upgrades;

/// <summary>Servers that were added, and attest themselves once more, take their part of the traffic, in one change of the gateway.</summary>
internal sealed class TrafficLead(Stage stage, ServerStarter starter)
{
    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server does not run, or attests another version.</exception>
    public async Task<string> ExecuteAsync(LeadStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var candidates = stage.Named(step.Servers);
        var twins = stage.Named(step.Twins);
        await Together.WhenAllAsync(candidates.Select(server => AttestAsync(server, step.Version, scope, cancellationToken)));
        foreach (var server in (Server[])[.. candidates, .. twins])
        {
            server.Active ??= server.Beside ?? throw new NoEffectException($"Nothing runs on '{server.Name}', so no traffic can be led to it.");
            server.Beside = null;
        }

        if (step.Share is not { } share)
        {
            await stage.RouteAsync(step.Service, stage.ActiveOf(step.Service, except: []), scope, cancellationToken);
            return $"{Counted.Servers(candidates.Length, "takes", "take")} traffic too, as much as each of the others";
        }

        await RouteAsync(step.Service, share, [.. candidates], [.. twins], scope, cancellationToken);
        return $"{share} of the traffic goes to {Counted.Servers(candidates.Length, "that attests", "that attest")} {step.Version}";
    }

    private async Task AttestAsync(Server server, ServerVersion version, StepScope scope, CancellationToken cancellationToken)
    {
        if ((server.Active ?? server.Beside) is not { } run)
        {
            return;
        }

        var attested = await starter.AttestAsync(server, run.Instance, version, scope, cancellationToken);
        if (server.Active is null)
        {
            server.Beside = attested;
        }
    }

    private Task RouteAsync(
        string service, Share share, List<Server> candidates, List<Server> twins, StepScope scope, CancellationToken cancellationToken)
    {
        var others = stage.ActiveOf(service, except: [.. candidates, .. twins]);
        var parts = TrafficParts.Of(share, candidates.Count, others.Count);
        IEnumerable<WeightedRun> weighted =
        [
            .. candidates.Select(server => new WeightedRun(server.Active!, parts.Candidate)),
            .. twins.Select(server => new WeightedRun(server.Active!, parts.Twin)),
            .. others.Select(run => new WeightedRun(run, parts.Other)),
        ];
        return stage.ShareOutAsync(service, weighted.Where(each => each.Weight > 0), scope, cancellationToken);
    }
}
