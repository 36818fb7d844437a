using System.Collections.Immutable;
using StagingHarness.Analysis.Steps;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Running;

/// <summary>Steps that change nothing and measure: the baseline, and the end state.</summary>
internal sealed class Measurements(
    ScenarioPlan plan, Stage stage, ServerStarter starter, RunClock clock, LiveTraffic live, RecordSoFar record, OnCall onCall, Gates gates)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <returns>The receipt.</returns>
    /// <exception cref="BaselineNotMetException">An answer was wrong.</exception>
    public async Task<string> BaselineAsync(BaselineStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        // Counted from the first request on, not from here: an answer that came before this step began is one of the baseline.
        await clock.WaitAsync(clock.ToReal(step.Takes), cancellationToken);
        var count = await WaitForSamplesAsync(live.All, step.MinimumSamples, scope, cancellationToken);
        return count.Wrong == 0
            ? $"{count.Right} of {count.Total} answers on the unchanged stage were right"
            : throw new BaselineNotMetException(
                $"On the unchanged stage {count.Wrong} of {count.Total} answers {(count.Wrong == 1 ? "was" : "were")} wrong (first: {count.FirstWrong}), so nothing was changed. "
                + "Mend the stage or the traffic first; where requests timed out, the machine may have been too busy for their rate.");
    }

    /// <returns>The receipt.</returns>
    /// <exception cref="NoEffectException">A server attests another version, or an answer was wrong.</exception>
    public async Task<string> VerifyAsync(VerifyStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var wanted = onCall.HasTakenOver ? plan.EndState.AfterRunbook : gates.RefusedBy?.EndState ?? plan.EndState.WithoutPage;
        var began = clock.Elapsed;
        var from = EndStateWindow.Start(began, record.LastChange, step);
        var (watched, afresh) = (live.Tally(from), live.Tally(began));
        foreach (var server in stage.Servers)
        {
            var run = server.Active ?? throw new NoEffectException($"Nothing serves on '{server.Name}' at the end.");
            var version = wanted.GetValueOrDefault(server.Name) ?? throw new NoEffectException($"Server '{server.Name}' should have left the stage by the end.");
            server.Active = await starter.AttestAsync(server, run.Instance, version, scope, cancellationToken);
        }

        _ = stage.Named(wanted.Keys);

        await clock.WaitAsync(step.Window - (began - from), cancellationToken);
        var count = await WaitForSamplesAsync(watched, step.MinimumSamples, scope, cancellationToken);
        if (count.Wrong > 0)
        {
            // What was watched before does not count then: the state has to show itself in this step, from its beginning on.
            from = began;
            await clock.WaitUntilAsync(began + step.Window, cancellationToken);
            count = await WaitForSamplesAsync(afresh, step.MinimumSamples, scope, cancellationToken);
        }

        scope.Append(new EndStateMeasured { From = from });
        return count.Wrong == 0
            ? $"every server attests {Attested()}, and {count.Right} of {count.Total} answers were right"
            : throw new NoEffectException(
                $"The scenario ended in a state in which {count.Wrong} of {count.Total} answers were wrong (first: {count.FirstWrong}).");
    }

    /// <returns>The receipt: the watch lasts as long as planned, or until the page goes out to somebody who acts on it.</returns>
    public async Task<string> WatchAsync(WatchStepPlan step, CancellationToken cancellationToken)
    {
        var end = clock.Elapsed + clock.ToReal(step.Takes);
        if (!plan.Runbook.IsEmpty && !onCall.HasTakenOver && !await onCall.WaitUntilAsync(end, cancellationToken))
        {
            return "a page ended the watch";
        }

        await clock.WaitUntilAsync(end, cancellationToken);
        return "the traffic was watched for as long as planned";
    }

    /// <summary>By service, and where a service has several versions, by server.</summary>
    private string Attested()
    {
        var versions = stage.Servers
            .GroupBy(server => (server.Service.Name, server.Active!.Version))
            .Select(same => (same.Key.Name, same.Key.Version, Servers: same.Select(server => server.Name).ToList()))
            .OrderBy(same => same.Name, StringComparer.Ordinal)
            .ToList();
        return versions.Count == 1
            ? $"{versions[0].Version}"
            : string.Join(", ", versions.Select(each =>
                $"{each.Version} ({(versions.Count(other => other.Name == each.Name) == 1 ? each.Name : ServerNames.Of(each.Servers))})"));
    }

    private async Task<TrafficCount> WaitForSamplesAsync(TrafficTally tally, int minimum, StepScope scope, CancellationToken cancellationToken)
    {
        while (true)
        {
            var count = tally.Count;
            scope.Observe($"{count.Total} of {minimum} answers, {count.Wrong} of them wrong{(count.FirstWrong is null ? "" : $" (first: {count.FirstWrong})")}");
            if (count.Total >= minimum || count.Wrong > 0)
            {
                return count;
            }

            await clock.WaitAsync(Look, cancellationToken);
        }
    }
}
