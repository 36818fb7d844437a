using System.Collections.Immutable;
using StagingHarness.History.Events;

namespace StagingHarness.TestKit.Fakes;

/// <summary>An event in one line for golden text: its step, its kind, and what tells it from others of its kind.</summary>
public static class EventLine
{
    /// <summary>All but the ones that come with the clock (traffic, health, browser), in order.</summary>
    public static ImmutableArray<string> Of(IEnumerable<JournalEvent> events) =>
        [.. events.Where(journalEvent => journalEvent is not (TrafficObserved or HealthObserved or StampSeen or BrowserJourneyEnded or EndStateMeasured)).Select(Of)];

    public static string Of(JournalEvent journalEvent) => $"{journalEvent.Step ?? "-"} {journalEvent.GetType().Name} {Detail(journalEvent)}".TrimEnd();

    private static string Detail(JournalEvent journalEvent) => journalEvent switch
    {
        ArtifactPrepared prepared => prepared.Artifact,
        StepCompleted completed => completed.Receipt,
        StepFailed failed => $"{failed.Kind}: {failed.Reason}",
        StepSkipped skipped => skipped.Kind.ToString(),
        VersionPlaced placed => $"{placed.Instance} {placed.Version}",
        InstanceStarted started => $"{started.Instance}.{started.Generation}",
        InstanceFailedToStart failed => $"{failed.Instance}.{failed.Generation} {failed.Version}",
        InstanceAttested attested => $"{attested.Instance}.{attested.Generation} {attested.Version}",
        InstanceStopped stopped => $"{stopped.Instance}.{stopped.Generation}",
        InstanceDied died => $"{died.Instance}.{died.Generation}",
        RoutesChanged changed => string.Join(", ", changed.Targets.Select(target => $"{target.Instance} {target.Release}/{target.Platform}")),
        EndStateMeasured measured => $"{measured.From.TotalSeconds:0.0}",
        StampSeen stamp => $"{stamp.Stamp} {stamp.Server}",
        DetectionRearmed rearmed => rearmed.Reason,
        TrafficEnded ended => $"{ended.Scheduled} scheduled",
        FaultBegan began => began.Fault.Name,
        FaultProved proved => $"{proved.Fault}: {proved.Proof}",
        FaultEnded ended => $"{ended.Fault} {ended.Ending}: {ended.Outcome}",
        JobStarted started => $"{started.Job}.{started.Generation}",
        JobEnded ended => $"{ended.Job}.{ended.Generation} {ended.ExitCode}",
        BrowserJourneyEnded journey => $"{journey.Journey} {journey.Number} {journey.WrongAt ?? "completed"}",
        RunEnded ended => ended.Cause is null ? ended.Ending.ToString() : $"{ended.Ending}: {ended.Cause}",
        _ => "",
    };
}
