using System.Collections.Immutable;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Servers;

/// <summary>When one instance was in a state, as starts, stops and deaths tell it. Of two versions side by side, one is enough to run.</summary>
public sealed class InstanceHistory
{
    private readonly ImmutableArray<(TimeSpan At, bool Holds)> changes;

    private InstanceHistory(ImmutableArray<(TimeSpan At, bool Holds)> changes)
    {
        this.changes = changes;
    }

    /// <summary>What the journal says of the state, after each event, in order: real time since the epoch.</summary>
    public ImmutableArray<(TimeSpan At, bool Holds)> Changes => changes;

    public static InstanceHistory Of(IEnumerable<JournalEvent> events, string instance, InstanceState state)
    {
        var live = new HashSet<int>();
        InstanceState? ended = null;
        var changes = ImmutableArray.CreateBuilder<(TimeSpan At, bool Holds)>();
        foreach (var happened in events)
        {
            switch (happened)
            {
                case InstanceStarted started when started.Instance == instance:
                    live.Add(started.Generation);
                    ended = null;
                    break;
                case InstanceStopped stopped when stopped.Instance == instance:
                    live.Remove(stopped.Generation);
                    ended = InstanceState.Stopped;
                    break;
                case InstanceDied died when died.Instance == instance:
                    live.Remove(died.Generation);
                    ended = InstanceState.Crashed;
                    break;
                default:
                    continue;
            }

            changes.Add((happened.At, Holds(state, live.Count, ended)));
        }

        return new InstanceHistory(changes.ToImmutable());
    }

    /// <summary>Just before the moment; false before the first start.</summary>
    public bool Before(TimeSpan moment) => changes.LastOrDefault(change => change.At < moment).Holds;

    private static bool Holds(InstanceState state, int live, InstanceState? ended) => state switch
    {
        InstanceState.Running => live > 0,
        InstanceState.Stopped => live == 0 && ended == InstanceState.Stopped,

        // Also beside a version that goes on running: that is how a release dies which was staged next to the old one.
        InstanceState.Crashed => ended == InstanceState.Crashed,
    };
}
