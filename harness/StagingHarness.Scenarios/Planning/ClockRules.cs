using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Units;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios.Planning;

/// <summary>The times of the steps run forwards, and leave room for what stands above them.</summary>
internal static class ClockRules
{
    public static void Check(ValidationContext context, WalkedSteps steps)
    {
        var clock = ClockPlanner.Plan(context.Scenario);
        if (steps.Steps is [{ At: { } first }, ..] && first.Value.MinutesOfDay <= clock.Start.MinutesOfDay)
        {
            context.Findings.Report(
                FindingCode.NoTimeForBaseline,
                first.Span,
                $"nothing is left of the baseline: the first step begins at {first.Value}, and the clock starts at {clock.Start}.",
                "let 'clock.starts' be earlier; the baseline lasts from there to the first step");
        }

        var earliest = new IncidentDuration(clock.Start.MinutesOfDay)
            + new IncidentDuration(Math.Max(0, ClockPlanner.BaselineTakes(clock, steps.Steps).Minutes));
        foreach (var together in WalkedGroup.Of(steps.Steps))
        {
            if (together[0].At is { } at && at != steps.Steps[0].At)
            {
                earliest = Check(context, at, earliest);
            }

            earliest += new IncidentDuration(together.Max(step => step.Takes.Minutes));
        }
    }

    private static IncidentDuration Check(
        ValidationContext context,
        Spanned<IncidentTime> at,
        IncidentDuration earliest)
    {
        var given = new IncidentDuration(at.Value.MinutesOfDay);
        if (given.Minutes >= earliest.Minutes)
        {
            return given;
        }

        var time = new IncidentTime((int)Math.Ceiling(earliest.Minutes));
        context.Findings.Report(
            FindingCode.TimeRunsBackwards,
            at.Span,
            $"{at.Value} comes too early: what stands above it lasts until {time}.",
            $"write \"{time}\" or later, or put what comes earlier above it (between two strategies, when it lies in the middle of one); a page ends a 'watch' early, but times are checked as if none came");
        return earliest;
    }
}
