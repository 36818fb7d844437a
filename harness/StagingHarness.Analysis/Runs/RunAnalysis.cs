using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Servers;
using StagingHarness.Analysis.Steps;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;

namespace StagingHarness.Analysis.Runs;

/// <summary>Everything that is computed from a run's record before anything is judged.</summary>
public sealed record RunAnalysis
{
    public required RunRecord Record { get; init; }

    public required StepTraces Steps { get; init; }

    /// <summary>All samples in the order in which the requests were due.</summary>
    public required OrderedSamples SamplesByDue { get; init; }

    /// <summary>The same, in the order of the moments as of which they count (<see cref="LateSends.MomentOf"/>).</summary>
    public required OrderedSamples SamplesByMoment { get; init; }

    public required StampTable Stamps { get; init; }

    public required RouteHistory Routes { get; init; }

    public required PhaseTimeline Timeline { get; init; }

    /// <summary>What left in a later phase than it was due in.</summary>
    public required LateSends Late { get; init; }

    public required MilestoneTimes Milestones { get; init; }

    public required TrafficOutcomes Outcomes { get; init; }

    public required Outages Outages { get; init; }

    public required IncidentClock Clock { get; init; }

    /// <summary>The last event of a whole run; null when the journal was cut off before it.</summary>
    public RunEnded? Ended => Record.Events[^1] as RunEnded;

    /// <summary>
    /// Why something that is not in the journal may have been missed; null when the run went through and the journal is
    /// whole, so that what is not in it did not happen.
    /// </summary>
    public string? WhyIncomplete =>
        Record.JournalDamage is { } damage ? $"the journal is damaged: {damage}"
        : Ended is null ? "the journal ends without its last event"
        : Ended.Ending != RunEnding.Completed ? "the run did not go through"
        : Steps.All.FirstOrDefault(trace => trace.Failed is not null) is { } failed ? $"{failed} failed"
        : null;

    public static RunAnalysis Of(RunRecord record)
    {
        var samplesByDue = OrderedSamples.ByDue(record.Samples);
        var steps = StepTraces.Of(record);
        var stamps = StampTable.Of(record.Events);
        var routes = RouteHistory.Of(record.Events);
        var handOver = new HandOver(record.Plan.Traffic.Service, routes, stamps, samplesByDue);
        var timeline = new PhaseTimelineBuilder(record, steps, handOver, samplesByDue).Build();
        var late = LateSends.Of(timeline, samplesByDue, record.Plan.Traffic);
        var samplesByMoment = late.Moved == 0 ? samplesByDue : samplesByDue.By(sample => late.MomentOf(sample));
        return new RunAnalysis
        {
            Record = record,
            Steps = steps,
            SamplesByDue = samplesByDue,
            Stamps = stamps,
            Routes = routes,
            Timeline = timeline,
            Late = late,
            SamplesByMoment = samplesByMoment,
            Milestones = MilestoneTimes.Of(record, steps, handOver, timeline, samplesByMoment, late),
            Outcomes = TrafficOutcomes.Of(samplesByDue, stamps),
            Outages = Outages.Of(samplesByDue, timeline.TrafficUntil),
            Clock = new IncidentClock(record.Plan.Clock, samplesByDue.IsEmpty ? timeline.TrafficFrom : samplesByDue[0].Due),
        };
    }
}
