using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;

namespace StagingHarness.Analysis.Instances;

/// <summary>A lane for each instance of the stage.</summary>
public static class InstanceLanes
{
    /// <summary>Servers first, in the order of their names; then what the harness itself has put on the stage.</summary>
    public static ImmutableArray<InstanceLane> Of(RunAnalysis analysis)
    {
        var events = analysis.Record.Events;
        var end = events[^1].At;
        var ends = events.Where(happened => happened is InstanceStopped or InstanceDied).ToLookup(Id);
        var health = events.OfType<HealthObserved>().ToLookup(observed => observed.Instance);
        return
        [
            .. events.OfType<InstanceStarted>()
                .GroupBy(started => started.Instance)
                .OrderBy(same => same.First().Service is null)
                .ThenBy(same => same.Key.Length)
                .ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => Lane(same.Key, same.First().Service, [.. same.Select(started => Stretch(started, ends[Id(started)].FirstOrDefault(), end))], health[same.Key])),
        ];
    }

    private static InstanceLane Lane(string instance, string? service, ImmutableArray<GenerationStretch> generations, IEnumerable<HealthObserved> health) => new()
    {
        Instance = instance,
        Service = service,
        Generations = generations,
        Health = Merge(health, [.. generations.Select(one => one.Until)]),
    };

    private static (string Instance, int Generation) Id(JournalEvent happened) => happened switch
    {
        InstanceStarted started => (started.Instance, started.Generation),
        InstanceStopped stopped => (stopped.Instance, stopped.Generation),
        InstanceDied died => (died.Instance, died.Generation),
        _ => ("", 0),
    };

    private static GenerationStretch Stretch(InstanceStarted started, JournalEvent? ended, TimeSpan end) =>
        new(started.Generation, started.Version, started.At, ended?.At ?? end, ended is InstanceDied);

    /// <summary>A reading holds until the next one, or until a process ends before it: nothing is known of one that is no more.</summary>
    private static ImmutableArray<HealthStretch> Merge(IEnumerable<HealthObserved> readings, ImmutableArray<TimeSpan> ends)
    {
        var merged = ImmutableArray.CreateBuilder<HealthStretch>();
        foreach (var reading in readings)
        {
            var last = merged.Count > 0 ? merged[^1].Until : reading.At;
            var ended = ends.Where(end => end >= last && end < reading.At).ToArray();
            if (merged.Count > 0)
            {
                merged[^1] = merged[^1] with { Until = ended.Length > 0 ? ended.Min() : reading.At };
            }

            if (merged.Count > 0 && ended.Length == 0 && merged[^1].Status == reading.Status)
            {
                merged[^1] = merged[^1] with { Readings = merged[^1].Readings + 1 };
            }
            else
            {
                merged.Add(new HealthStretch(reading.At, reading.At, reading.Status, 1));
            }
        }

        return merged.ToImmutable();
    }
}
