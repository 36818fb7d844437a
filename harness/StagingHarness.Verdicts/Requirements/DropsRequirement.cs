using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// The generator kept up with the schedule. A thinned traffic misses what it was there to see; and what left when its phase was over has seen
/// something else, and accuses or acquits the wrong version, unless its answer is the one that the phase gives anyway.
/// </summary>
internal sealed class DropsRequirement : Requirement
{
    public override string Name => "generator kept up";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        if (analysis.Record.Events.OfType<TrafficEnded>().FirstOrDefault() is not { } ended)
        {
            return Inconclusive("the journal holds no end of the traffic, so nothing says how many requests were dropped");
        }

        if (ended.Scheduled == 0)
        {
            return Inconclusive("no request was scheduled");
        }

        var tolerable = analysis.Record.Plan.Traffic.TolerableDrops;
        var dropped = $"{Figures.PartOf(ended.Dropped, ended.Scheduled)} requests were dropped";
        if (analysis.Late.TooMany > 0)
        {
            return Undermined($"{Figures.Count(analysis.Late.TooMany, "request")} left when the phase in which they were due was over, up to "
                + $"{Figures.Seconds(analysis.Late.Worst)} late, and met another stage than the one that they were due on: the generator could not keep up");
        }

        return Share.Of(ended.Dropped, ended.Scheduled) > tolerable
            ? Inconclusive($"{dropped}, at most {tolerable} is tolerable: the generator could not keep up")
            : Met(analysis.Late.Moved == 0 ? dropped : $"{dropped}; {Figures.Count(analysis.Late.Moved, "request")} left when their phase was over, and count as of then");
    }
}
