using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Running;

/// <summary>Decides at gates, on the record so far and with the checks that judge a whole run, and keeps what was decided.</summary>
internal sealed class Gates(ScenarioPlan plan, RecordSoFar record, RunClock clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>The gate that refused; null while none did. After it, no step of the scenario's own comes any more, but its way back.</summary>
    public GateStepPlan? RefusedBy { get; private set; }

    /// <returns>The receipt.</returns>
    public async Task<string> DecideAsync(GateStepPlan gate, StepScope scope, CancellationToken cancellationToken)
    {
        var now = clock.Elapsed;
        var from = WindowFrom(gate, RunAnalysis.Of(record.ReadEvents(now)), now);
        await AwaitAnswersAsync(from, now, scope, cancellationToken);
        var analysis = RunAnalysis.Of(record.Read(clock.Elapsed));
        var results = ExpectationCheck.InWindow(analysis, gate, from, now);
        var deciding = results.Where(result => !result.ReportOnly).ToList();
        var decided = new GateDecided
        {
            IsMet = deciding.Count > 0 && deciding.TrueForAll(result => result.Standing == Standing.Met),
            Otherwise = gate.Otherwise,
            From = from,
            Until = now,
            Figures =
            [
                .. results.Select(result => new GateFigure(
                    result.Number, result.Name, result.Standing == Standing.Met, result.Wanted, result.Got, result.Reason)),
            ],
        };
        scope.Append(decided);
        RefusedBy = decided.Refuses ? gate : RefusedBy;
        return decided switch
        {
            { IsMet: true } => "the gate lets the steps go on",
            { Otherwise: GateOtherwise.RollBack } => "the gate refuses; the service is reverted, and the rest is left out",
            { Otherwise: GateOtherwise.Stop } => "the gate refuses; the rest is left out",
            _ => "the gate is not met, and was told to let the steps go on",
        };
    }

    /// <summary>
    /// Requests that were due in the window and have no answer yet would be missing, and hanging ones are the worst of all: they are awaited,
    /// for as long as the traffic itself awaits them. Nobody can tell how many requests of journeys would have followed, so then all of
    /// that time goes by.
    /// </summary>
    private async Task AwaitAnswersAsync(TimeSpan from, TimeSpan until, StepScope scope, CancellationToken cancellationToken)
    {
        var due = CountDue(from, until) - 1;
        var hasJourneys = plan.Traffic.AllTurns().Any(turn => turn.Count > 1);
        while (record.CountDue(from, until) is var answered && (answered < due || hasJourneys) && clock.Elapsed < until + plan.Traffic.Timeout)
        {
            scope.Observe($"{answered} of {due} requests of the gate's window are answered");
            await clock.WaitAsync(Look, cancellationToken);
        }
    }

    /// <summary>Counted on the schedule itself, which may go up and down.</summary>
    private int CountDue(TimeSpan from, TimeSpan until)
    {
        var first = clock.ElapsedAt(clock.Starts);
        var schedule = ArrivalSequence.Of(plan.Traffic.Schedule, plan.Seed);
        var count = 0;
        for (var due = Next(); due < until; due = Next())
        {
            count += due >= from ? 1 : 0;
        }

        return count;

        TimeSpan Next() => first + TimeSpan.FromTicks(schedule.Next() / TimeSpan.NanosecondsPerTick);
    }

    /// <summary>
    /// Never before the last change of traffic, nor before the end of a step that changed something behind the routes: what was measured
    /// earlier says nothing about what is there now.
    /// </summary>
    private TimeSpan WindowFrom(GateStepPlan gate, RunAnalysis analysis, TimeSpan now)
    {
        TimeSpan[] changes =
        [
            analysis.Timeline.TrafficFrom ?? TimeSpan.Zero,
            .. analysis.Record.Events.OfType<RoutesChanged>().Select(change => change.At),
            .. analysis.Steps.All.Where(ChangedBehindTheRoutes).Select(trace => trace.Completed!.At),
        ];
        var begun = changes.Max();
        var asked = gate.Over is { } over ? now - clock.ToReal(over) : begun;
        return asked > begun ? asked : begun;
    }

    private static bool ChangedBehindTheRoutes(StepTrace trace) =>
        trace is { Completed: not null, Plan: VersionStepPlan or FaultStepPlan or HealStepPlan or ProviderStepPlan or JobStepPlan or HookStepPlan }
        && !trace.Events.OfType<RoutesChanged>().Any();
}
