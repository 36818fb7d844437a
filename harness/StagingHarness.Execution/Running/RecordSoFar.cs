using System.Collections.Immutable;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Keeps what the run has written so far, for whoever must decide on it while it goes on. Events and samples come from any thread; where
/// nobody will ask, no sample is kept, since all of them lie in the sample file.
/// </summary>
internal sealed class RecordSoFar(ScenarioPlan plan)
{
    private readonly Lock gate = new();
    private readonly List<JournalEvent> events = [];
    private readonly List<Sample> samples = [];
    private readonly HashSet<int> firsts = [.. plan.Traffic.AllTurns().Select(turn => turn.First)];
    private readonly LastChange change = new(plan);
    private readonly bool isAsked = plan.Steps.OfType<GateStepPlan>().Any();
    private ImmutableArray<Action<JournalEvent>> listeners = [];
    private (TimeSpan From, TimeSpan Until, int Looked, int Count) counted;

    /// <summary>Has every later event told as well, in order, on the thread that wrote it: a listener must be quick, and must write none itself.</summary>
    public void Tell(Action<JournalEvent> listener)
    {
        lock (gate)
        {
            listeners = listeners.Add(listener);
        }
    }

    public void Add(JournalEvent journalEvent)
    {
        ImmutableArray<Action<JournalEvent>> told;
        lock (gate)
        {
            events.Add(journalEvent);
            change.Add(journalEvent);
            told = listeners;
        }

        foreach (var listener in told)
        {
            listener(journalEvent);
        }
    }

    /// <summary>When the stage was last changed: real time since the epoch.</summary>
    public TimeSpan LastChange
    {
        get
        {
            lock (gate)
            {
                return change.At;
            }
        }
    }

    public void Add(ReadOnlySpan<Sample> more)
    {
        if (!isAsked)
        {
            return;
        }

        lock (gate)
        {
            samples.AddRange(more);
        }
    }

    /// <summary>
    /// Answered requests of the schedule that were due in the half-open stretch [from, until); of a journey, its first. Asked again for the same
    /// stretch, it looks at what came since.
    /// </summary>
    public int CountDue(TimeSpan from, TimeSpan until)
    {
        lock (gate)
        {
            if (counted.From != from || counted.Until != until)
            {
                counted = (from, until, Looked: 0, Count: 0);
            }

            for (; counted.Looked < samples.Count; counted.Looked++)
            {
                var sample = samples[counted.Looked];
                counted.Count += sample.Due >= from && sample.Due < until && firsts.Contains(sample.Route) ? 1 : 0;
            }

            return counted.Count;
        }
    }

    /// <summary>
    /// The record as if the run had gone through and ended at this moment: what is not in it has not happened. A run that is cut off ends
    /// nobody's decision, so that there is no such case here.
    /// </summary>
    public RunRecord Read(TimeSpan now) => Read(now, static samples => [.. samples]);

    /// <summary>
    /// The same with no sample but the one that was due first, where the traffic begins: for who asks what happened, and not what was answered. Samples can
    /// be many.
    /// </summary>
    public RunRecord ReadEvents(TimeSpan now) => Read(now, static samples => samples.Count == 0 ? [] : [samples.MinBy(sample => sample.DueNanoseconds)]);

    private RunRecord Read(TimeSpan now, Func<List<Sample>, ImmutableArray<Sample>> copy)
    {
        lock (gate)
        {
            var end = new RunEnded { Sequence = events.Count, At = now, Ending = RunEnding.Completed, Cause = null, LeftBehind = [] };
            return new RunRecord
            {
                Start = (RunStarted)events[0],
                Events = [.. events, end],
                JournalDamage = null,
                Samples = copy(samples),
                SamplesSha256 = null,
                Logs = [],
            };
        }
    }
}
