using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.TestKit.Records;

/// <summary>Changes to the record of a run, for what a verdict must notice.</summary>
public static class RecordChanges
{
    /// <summary>The events as they would have been written: numbered from 0.</summary>
    public static RunRecord Numbered(RunRecord record)
    {
        ImmutableArray<JournalEvent> events = [.. record.Events.Select((happened, index) => happened with { Sequence = index })];
        return record with { Start = (RunStarted)events[0], Events = events };
    }

    public static RunRecord WithPlan(this RunRecord record, Func<ScenarioPlan, ScenarioPlan> change) =>
        record.Change<RunStarted>(started => started with { Plan = change(started.Plan) });

    /// <summary>Every event of the kind is another one.</summary>
    public static RunRecord Change<TEvent>(this RunRecord record, Func<TEvent, JournalEvent> change)
        where TEvent : JournalEvent =>
        Numbered(record with { Events = [.. record.Events.Select(happened => happened is TEvent one ? change(one) : happened)] });

    public static RunRecord Without(this RunRecord record, Func<JournalEvent, bool> unwanted) =>
        Numbered(record with { Events = [.. record.Events.Where(happened => !unwanted(happened))] });

    /// <summary>Another event, at its own time, after those of the same time.</summary>
    public static RunRecord With(this RunRecord record, JournalEvent happened) =>
        Numbered(record with { Events = [.. record.Events.Append(happened).OrderBy(one => one.At)] });

    /// <summary>Only the first so many events.</summary>
    public static RunRecord CutTo(this RunRecord record, int events) => record with { Events = record.Events[..events] };

    /// <summary>The traffic got other answers, and the journal knows: due time in milliseconds, and what was answered.</summary>
    public static RunRecord Answering(this RunRecord record, Func<int, Sample, SampleAnswer?> answer) => record.WithSamples(
    [
        .. record.Samples.Select(sample => answer((int)sample.Due.TotalMilliseconds, sample) is { } other
            ? SampleSeries.One((int)sample.Due.TotalMilliseconds, (int)sample.Sequence, other)
            : sample),
    ]);

    /// <summary>Other samples, and a journal that agrees with them.</summary>
    public static RunRecord WithSamples(this RunRecord record, ImmutableArray<Sample> samples)
    {
        var sha = SampleSeries.Sha256(samples);
        var changed = record.Change<TrafficEnded>(ended => ended with
        {
            Scheduled = samples.Length + ended.Dropped,
            Answered = samples.Count(sample => sample.Failure == Failure.None),
            Unanswered = samples.Count(sample => sample.Failure != Failure.None),
            SamplesSha256 = sha,
        });
        return changed with { Samples = samples, SamplesSha256 = sha };
    }
}
