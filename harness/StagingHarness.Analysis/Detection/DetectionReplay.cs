using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Analysis.Detection;

/// <summary>The sequential detector on a recorded run: armed and resting as it was, with another background or threshold.</summary>
public static class DetectionReplay
{
    /// <summary>Moments at which it would have fired, real time since the epoch; it rests from then on until it is armed again.</summary>
    public static ImmutableArray<TimeSpan> Of(RunAnalysis analysis, DetectionPlan plan)
    {
        var resting = analysis.Steps.Begun
            .Where(trace => trace.Plan is RestartStepPlan or StopTrafficStepPlan)
            .Select(trace => trace.Started!.At);
        ImmutableArray<TimeSpan> armed = [.. analysis.Record.Events.OfType<DetectionRearmed>().Select(happened => happened.At)];
        ImmutableArray<TimeSpan> ends = [.. armed.Concat(resting).Order()];
        var drained = Drained(analysis);
        return
        [
            .. armed
                .Select(from => Fired(analysis.Record.Samples, plan, from, ends.Where(end => end > from).Select(end => (TimeSpan?)end).FirstOrDefault(), drained))
                .OfType<TimeSpan>(),
        ];
    }

    private static TimeSpan? Fired(
        ImmutableArray<Sample> samples, DetectionPlan plan, TimeSpan from, TimeSpan? until, ImmutableHashSet<(uint Sequence, ushort Route)> drained)
    {
        var detector = new MixtureDetector(plan);
        foreach (var sample in samples)
        {
            if (sample.Due >= from && (until is null || sample.Done < until) && !drained.Contains((sample.Sequence, sample.Route)) && detector.Observe(sample.Right))
            {
                return sample.Done;
            }
        }

        return null;
    }

    /// <summary>Each change of routes on its own, since a sample belongs to the one that it was under way in. Requests of a journey share their number.</summary>
    private static ImmutableHashSet<(uint Sequence, ushort Route)> Drained(RunAnalysis analysis)
    {
        var connections = new DrainedConnections();
        var found = ImmutableHashSet.CreateBuilder<(uint Sequence, ushort Route)>();
        foreach (var routes in analysis.Record.Events.OfType<RoutesChanged>())
        {
            connections.Note(routes);
            found.UnionWith(analysis.Record.Samples.Where(sample => connections.Hold(sample)).Select(sample => (sample.Sequence, sample.Route)));
        }

        return found.ToImmutable();
    }
}
