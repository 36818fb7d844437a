using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>The stage was right before anything was changed; otherwise nothing that follows can be blamed on the upgrade.</summary>
internal sealed class BaselineRequirement : Requirement
{
    public override string Name => "baseline met before anything changed";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var baselines = analysis.Steps.OfKind<BaselineStepPlan>().ToArray();
        if (baselines is not [var trace])
        {
            return Undermined($"the plan has {Figures.Count(baselines.Length, "baseline step")}, and needs one");
        }

        if (trace.Failed is { } failed)
        {
            return Undermined($"{trace} failed: {failed.Reason}");
        }

        if (trace.Completed is null || analysis.Timeline.Find(PhaseNames.Baseline) is not { } phase)
        {
            return Undermined($"{trace} did not complete");
        }

        // A fault meets what is under way when it begins, so its phase may begin a little earlier than its step; what was answered
        // before the step is of the unchanged stage all the same.
        var changed = analysis.Steps.Begun.FirstOrDefault(step => step.Plan is FaultStepPlan or VersionStepPlan or ProviderStepPlan or JobStepPlan or HookStepPlan)?.StartedAt;
        var counts = OutcomeCounts.Of(analysis.SamplesByDue.Where(sample => phase.Contains(analysis.Late.MomentOf(sample)) || sample.Done < changed));
        var needed = ((BaselineStepPlan)trace.Plan).MinimumSamples;
        var measured = $"{Figures.PartOf(counts.Right, counts.Total)} requests were answered rightly";
        return (counts.Wrong, counts.Total < Math.Max(1, needed)) switch
        {
            ( > 0, _) => Undermined($"{measured} before anything changed: {counts}"),
            (_, true) => Undermined($"{measured} before anything changed, at least {Figures.Count(needed)} needed"),
            (_, false) => Met(measured),
        };
    }
}
