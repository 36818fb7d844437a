using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;

namespace StagingHarness.TestKit.Fakes;

/// <summary>What tests ask of the record of a run.</summary>
public static class RecordReading
{
    public static RunEnded Ending(this RunRecord record) => (RunEnded)record.Events[^1];

    public static IEnumerable<TEvent> All<TEvent>(this RunRecord record)
        where TEvent : JournalEvent => record.Events.OfType<TEvent>();

    public static TEvent Only<TEvent>(this RunRecord record)
        where TEvent : JournalEvent => record.All<TEvent>().Single();

    /// <summary>The completion of the step of that number.</summary>
    public static StepCompleted Completion(this RunRecord record, string step) => record.All<StepCompleted>().Single(completed => completed.Step == step);

    /// <summary>When the step of that number began.</summary>
    public static TimeSpan StartOf(this RunRecord record, string step) => record.All<StepStarted>().Single(started => started.Step == step).At;

    /// <summary>How each step ended, in order: <c>4 completed</c>, <c>5 failed StartUp</c>, <c>6 skipped EarlierFailure</c>, <c>7 broken off</c>.</summary>
    public static ImmutableArray<string> Steps(this RunRecord record) =>
        [.. record.Start.Plan.AllSteps().Select(step => $"{step.Number} {Describe(record, step.Number)}")];

    /// <summary>Events of a step, one line each.</summary>
    public static ImmutableArray<string> LinesOf(this RunRecord record, string step) =>
        EventLine.Of(record.Events.Where(journalEvent => journalEvent.Step == step));

    private static string Describe(RunRecord record, string step) =>
        record.Events.LastOrDefault(journalEvent =>
            journalEvent.Step == step && (journalEvent is StepCompleted or StepFailed or StepSkipped or StepStarted)) switch
        {
            StepCompleted => "completed",
            StepFailed failed => $"failed {failed.Kind}",
            StepSkipped skipped => $"skipped {skipped.Kind}",
            StepStarted => "broken off",
            _ => "not mentioned",
        };
}
