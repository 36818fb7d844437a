using System.Collections.Immutable;
using StagingHarness.History.Events;

namespace StagingHarness.Analysis.Versions;

/// <summary>When each instance of a service ran.</summary>
internal static class InstanceLives
{
    /// <param name="events">Of the run.</param>
    /// <param name="from">What was before is left out.</param>
    /// <param name="until">What comes from here on is left out; who still runs does so to this moment.</param>
    public static ImmutableArray<InstanceLife> Of(ImmutableArray<JournalEvent> events, TimeSpan from, TimeSpan until)
    {
        var ends = events
            .Select(happened => happened switch
            {
                InstanceStopped stopped => (Id: (stopped.Instance, stopped.Generation), happened.At),
                InstanceDied died => (Id: (died.Instance, died.Generation), happened.At),
                _ => (Id: ("", 0), happened.At),
            })
            .GroupBy(end => end.Id)
            .ToDictionary(same => same.Key, same => same.Min(end => end.At));
        return
        [
            .. events
                .OfType<InstanceStarted>()
                .Where(started => started is { Service: not null, Version: not null })
                .Select(started => new InstanceLife(
                    started.Service!,
                    started.Version!,
                    started.At > from ? started.At : from,
                    ends.TryGetValue((started.Instance, started.Generation), out var at) && at < until ? at : until))
                .Where(life => life.From < life.Until),
        ];
    }
}
