using System.Globalization;
using StagingHarness.Analysis.Detection;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Reporting.Terminal;

/// <summary>
/// One line per state change, with incident time, real time since the epoch and the number of the step. It keeps what it has
/// seen, so it must see every event, in order; one caller at a time.
/// </summary>
public sealed class ProgressPrinter
{
    private readonly TrafficWatch traffic = new();
    private readonly TrafficPlan planned;
    private readonly Dictionary<int, ServerStamp> servers = [];
    private IncidentClock clock;

    public ProgressPrinter(ScenarioPlan plan)
    {
        clock = new IncidentClock(plan.Clock, null);
        planned = plan.Traffic;
    }

    /// <summary>
    /// One line without its end: <c>13:55:00 +2.0s [4] ...</c>; null when the event changes nothing that people watch. The first
    /// event has a line more for each thing that the engine had to say.
    /// </summary>
    public string? Print(JournalEvent happened)
    {
        if (happened is TrafficStarted)
        {
            clock = clock with { Origin = happened.At };
        }

        if (happened is StampSeen seen)
        {
            servers.TryAdd(seen.Stamp, seen.Server);
        }

        if (Describe(happened) is not { } text)
        {
            return null;
        }

        var notices = happened is RunStarted { EngineNotices: var said } ? said.Select(notice => Line(happened, $"engine: {notice}")) : [];
        return string.Join('\n', [Line(happened, text), .. notices]);
    }

    private string Line(JournalEvent happened, string text)
    {
        var step = happened.Step is null ? "" : $"[{happened.Step}] ";
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{clock.Show(happened.At)} +{happened.At.TotalSeconds:0.0}s {step}{text}");
        return line.ReplaceLineEndings(" | ");
    }

    private string? Describe(JournalEvent happened) => happened switch
    {
        RunStarted started => $"run {started.RunId} on engine {EngineLine.Of(started)}",
        Noted noted => noted.Text,
        ArtifactPrepared prepared =>
            $"{prepared.Artifact} {(prepared.FromCache ? "is unchanged, built before" : $"was built in {Figures.Seconds(prepared.Took)}")}",
        StepStarted or StepCompleted or StepFailed or StepSkipped => OfStep(happened),
        VersionPlaced placed => $"{placed.Instance}: {placed.Version} was placed",
        InstanceStarted or InstanceFailedToStart or InstanceAttested or InstanceStopped or InstanceDied => OfInstance(happened),
        RoutesChanged routes => Routes(routes),
        GateDecided decided => GateWords.Of(decided),
        TrafficStarted or TrafficEnded or ProviderRead or RenewalFailed or RenewalResumed => OfTraffic(happened),
        StampSeen or EndStateMeasured => null,
        TrafficObserved observed => traffic.Observe(observed),
        HealthObserved observed => traffic.Observe(observed),
        DetectionFired fired => $"detection fired: {Figures.PartOf(fired.Wrong, fired.Seen)} answers wrong, "
            + $"{Figures.Seconds(fired.At - fired.FirstWrongDue)} (real time) after the first wrong one was due: {First(fired)}{FalseAlarm(fired)}",
        PageSent page => $"page sent: {page.Summary}",
        PageCalled or PagerRead => OfPager(happened),
        PageAcknowledged acknowledged => $"page acknowledged by {acknowledged.By}",
        DetectionRearmed rearmed => $"detection is armed: {rearmed.Reason}",
        AlertWatchBegan or AlertChanged or AlertWatchEnded or UsageObserved => OfAlerts(happened),
        LedgerRead ledger => $"ledger: {LedgerReadWords.Of(ledger)}",
        FaultBegan or FaultProved or FaultEnded => OfFault(happened),
        ProviderChanged changed => $"provider: its clock is {FormattableString.Invariant($"{changed.ClockOffset.TotalSeconds:+0.###;-0.###;0}")} s off, tokens last "
            + $"{Figures.Seconds(changed.TokenLifetime)}, key '{changed.SigningKey}' signs, {Figures.Count(changed.PublishedKeys.Length, "key")} shown",
        CheckAsked asked => $"{(asked.IsMet ? "it holds" : "it does NOT hold")} that {asked.Check}, asked {Figures.Count(asked.Asked, "time")}: {asked.LastAnswer}",
        JobStarted job => $"job {job.Job}: started as {job.Identity}",
        JobEnded job => $"job {job.Job}: {(job.Killed ? "KILLED" : $"ended with {ExitCode(job.ExitCode)}")} after {Figures.Seconds(job.Took)}"
            + (job.LastOutput.IsEmpty ? "" : $", last output: {string.Join(" | ", job.LastOutput)}"),
        HookRan hook => $"hook '{hook.Hook}' ended after {Figures.Seconds(hook.Took)}",
        BrowserStarted browser => $"browser {browser.Version} is up: {browser.Program}",
        BrowserJourneyEnded { IsCompleted: true } => null,
        BrowserJourneyEnded journey => $"browser: {journey.Journey} {journey.Number} went WRONG at {journey.WrongAt}: {journey.Why}",
        RunEnded ended => Ended(ended),

        // The compiler cannot know that the hierarchy is closed; a test walks all its kinds.
        JournalEvent unknown => throw new NotSupportedException(
            $"Event '{unknown.Sequence}' is of kind '{unknown.GetType().Name}', which the progress cannot tell; add it."),
    };

    private string First(DetectionFired fired) => DetectionWords.First(fired, planned, servers.GetValueOrDefault(fired.FirstWrong.Stamp));

    private static string FalseAlarm(DetectionFired fired) =>
        fired.FalseAlarm > Share.None ? $"; the chance of a false alarm is at most {fired.FalseAlarm}" : "";

    private static string? OfAlerts(JournalEvent happened) => happened switch
    {
        AlertChanged { To: AlertState.Firing } fired => $"alert '{fired.Rule}' FIRES: {fired.Reading}",
        AlertChanged { From: AlertState.Firing } resolved => $"alert '{resolved.Rule}' is resolved: {resolved.Reading}",
        AlertChanged { To: AlertState.Pending } pending => $"alert '{pending.Rule}' is pending: {pending.Reading}",
        AlertChanged { To: AlertState.Blind } blind => $"alert '{blind.Rule}' sees too little: {blind.Reading}",
        AlertWatchEnded ended => $"alert rules were evaluated {Figures.Count(ended.Evaluations, "time")}",
        _ => null,
    };

    private static string? OfStep(JournalEvent happened) => happened switch
    {
        StepStarted started => started.Sentence,
        StepCompleted completed => $"done in {Figures.Seconds(completed.Took)}{Scripted(completed)}: {completed.Receipt}",
        StepFailed failed => $"FAILED ({failed.Kind}): {failed.Reason}",
        StepSkipped skipped => $"left out: {skipped.Reason}",
        _ => null,
    };

    private static string Scripted(StepCompleted completed) => (completed.Scripted > TimeSpan.Zero, completed.Overrun > TimeSpan.Zero) switch
    {
        (false, _) => "",
        (true, false) => $" (scripted {Figures.Seconds(completed.Scripted)})",
        (true, true) => $" (scripted {Figures.Seconds(completed.Scripted)}, overrun {Figures.Seconds(completed.Overrun)})",
    };

    private static string? OfInstance(JournalEvent happened) => happened switch
    {
        InstanceStarted started => $"{started.Instance}: ready after {Figures.Seconds(started.ReadyAfter)}"
            + (started.Version is null ? "" : $", started as {started.Version}"),
        InstanceFailedToStart failed => $"{failed.Instance}: DID NOT START as {failed.Version}{(failed.Log is null ? "" : $"; what it wrote: {failed.Log}")}",
        InstanceAttested attested => $"{attested.Instance}: attests {attested.Version}",
        InstanceStopped stopped => $"{stopped.Instance}: stopped{(stopped.Killed ? " (killed)" : "")}",
        InstanceDied died => $"{died.Instance}: DIED with {ExitCode(died.ExitCode)}{(died.LastOutput.IsEmpty ? "" : $", last output: {string.Join(" | ", died.LastOutput)}")}",
        _ => null,
    };

    private static string ExitCode(int? exitCode) =>
        exitCode is { } code ? FormattableString.Invariant($"exit code {code}") : "an unknown exit code";

    private static string Routes(RoutesChanged routes)
    {
        var total = routes.Weights.Sum(weight => (long)weight);
        var versions = routes.Targets
            .Select((target, index) => (Target: target, Part: routes.Weights.IsEmpty ? "" : $" {Share.Of(routes.Weights[index], total)}"))
            .GroupBy(each => ServerVersion.Of(each.Target))
            .Select(same => $"{Figures.Joined(same.Select(each => each.Target.Instance + each.Part))} ({same.Key})");
        return routes.Targets.IsEmpty ? "the gateway leads nowhere" : $"the gateway leads to {string.Join("; ", versions)}";
    }

    private static string? OfFault(JournalEvent happened) => happened switch
    {
        FaultBegan began => $"fault '{began.Fault.Name}' begins",
        FaultProved proved => $"fault '{proved.Fault}' shows: {proved.Proof}",
        FaultEnded ended => $"fault '{ended.Fault}' {(ended.Ending == FaultEnding.Healed ? "is healed" : "is undone")}: {ended.Outcome}",
        _ => null,
    };

    private static string? OfTraffic(JournalEvent happened) => happened switch
    {
        TrafficStarted started => FormattableString.Invariant($"traffic flows: {started.RatePerSecond:0.##} requests per second, {Generators(started)} {started.Generator}{Connections(started)}"),
        TrafficEnded ended => $"traffic ended: {Figures.Count(ended.Scheduled)} scheduled, {Figures.Count(ended.Answered)} answered, "
            + $"{Figures.Count(ended.Unanswered)} unanswered, {Figures.Count(ended.Dropped)} dropped{Opened(ended)}{Spoken(ended)}",
        RenewalFailed failed => $"the clients got no new {failed.Credential}, and go on with what they have: {failed.Why}",
        RenewalResumed resumed => $"the clients carry new tokens again, after they had asked {Figures.Count(resumed.Failed, "time")} in vain",
        ProviderRead read => $"provider: {Figures.Count(read.Calls.Values.Sum(), "call")}, {Figures.Count(read.UnmatchedCount)} of them unknown, "
            + $"{Figures.Count(read.StubErrors.Length, "stub error")}{(read.BrokenOff == 0 ? "" : $", and {Figures.Count(read.BrokenOff, "call")} that no caller waited for")}",
        _ => null,
    };

    private static string? OfPager(JournalEvent happened) => happened switch
    {
        PageCalled { Problem: { } problem } lost => $"pager: NOT told about '{lost.About}' after {Figures.Count(lost.Attempts, "attempt")}: {problem}",
        PageCalled call => $"pager: told to {call.Action.ToString().ToLowerInvariant()} '{call.About}' ({call.Form.ToString().ToLowerInvariant()}), and answered {call.Status}",
        PagerRead read => $"pager: {Figures.Count(read.Total, "call")}, {Figures.Count(read.Received.Count(page => page.Refusal is not null))} of them refused",
        _ => null,
    };

    private static string Generators(TrafficStarted started) => started.Generators is { } generators ? Figures.Count(generators, "generator") : "generator";

    /// <summary>A broken server looks better over kept connections than over new ones, so it is said which there were.</summary>
    private static string Connections(TrafficStarted started) => started.RequestsPerConnection switch
    {
        null => ", connections are kept",
        1 => ", a connection for each request",
        { } most => FormattableString.Invariant($", a new connection after {most} requests"),
    };

    private static string Spoken(TrafficEnded ended) =>
        ended.Spoken is { } spoken ? $", by {string.Join(" and ", spoken.Select(pair => $"{pair.Key} ({Figures.Count(pair.Value)})"))}" : "";

    private static string Opened(TrafficEnded ended)
    {
        var connections = ended.Connections == 0 ? "" : $", over {Figures.Count(ended.Connections, "connection")}";
        return ended.UnfinishedJourneys == 0 ? connections : $"{connections}; {Figures.Count(ended.UnfinishedJourneys, "journey")} left under way";
    }

    private static string Ended(RunEnded ended)
    {
        var left = ended.LeftBehind.IsEmpty ? "nothing is left behind" : $"left behind: {Figures.Joined(ended.LeftBehind)}";
        return $"run ended ({ended.Ending}); {(ended.Cause is null ? "" : $"{ended.Cause.TrimEnd('.')}; ")}{left}";
    }
}
