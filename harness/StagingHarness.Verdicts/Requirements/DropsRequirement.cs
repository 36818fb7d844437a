using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>The generator kept up with the schedule; a thinned traffic misses what it was there to see.</summary>
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
        return Share.Of(ended.Dropped, ended.Scheduled) > tolerable
            ? Inconclusive($"{dropped}, at most {tolerable} is tolerable: the generator could not keep up")
            : Met(dropped);
    }
}
