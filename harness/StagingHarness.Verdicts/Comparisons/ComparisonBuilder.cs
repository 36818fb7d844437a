using System.Collections.Immutable;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Verdicts.Comparisons;

/// <summary>Lays the reported figures beside the measured ones.</summary>
internal sealed class ComparisonBuilder
{
    /// <summary>Below this an overrun is the resolution of the journal, not of the system.</summary>
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(5);

    private readonly RunAnalysis analysis;
    private readonly ReportedPlan reported;
    private readonly ImmutableDictionary<Milestone, IncidentTime> timeline;

    private ComparisonBuilder(RunAnalysis analysis, ReportedPlan reported)
    {
        this.analysis = analysis;
        this.reported = reported;
        timeline = reported.Timeline.GroupBy(moment => moment.Milestone).ToImmutableDictionary(same => same.Key, same => same.First().At);
    }

    private ScenarioPlan Plan => analysis.Record.Plan;

    /// <summary>Null when the scenario holds nothing that was reported.</summary>
    public static Comparison? Build(RunAnalysis analysis) =>
        analysis.Record.Plan.Reported is { } reported ? new ComparisonBuilder(analysis, reported).Build() : null;

    private Comparison Build() => new()
    {
        Source = reported.Source,
        Clock = Plan.Clock,
        Rows =
        [
            Between("upgrade to outage", Milestone.UpgradeStarted, Milestone.OutageStarted, UpgradeToActivation()),
            Between("outage to page", Milestone.OutageStarted, Milestone.Paged, null),
            Between("page to acknowledge", Milestone.Paged, Milestone.Acknowledged, Takes(step => step is AcknowledgeStepPlan)),
            Between("acknowledge to rollback", Milestone.Acknowledged, Milestone.RollbackStarted, Takes(step => step is DecideStepPlan)),
            Between("rollback takes", Milestone.RollbackStarted, Milestone.RolledBack, Takes(step => step is RollBackStepPlan)),
            Between("restart to traffic", Milestone.RestartStarted, Milestone.TrafficRestored, Takes(step => step is RestartStepPlan)),
            OutageLength(),
            FailedRequests(),
        ],
        OutageBySummary = reported.Outage,
        OutageByTimeline = Reported(Milestone.OutageStarted, Milestone.TrafficRestored),
    };

    private ComparisonRow Between(string name, Milestone first, Milestone second, IncidentDuration? scripted)
    {
        ImmutableArray<string> said = Reported(first, second) is { } minutes ? [minutes.ToString()] : [];
        return Timed(name, said, analysis.Milestones.Between(first, second), scripted);
    }

    private ComparisonRow OutageLength()
    {
        var byTimeline = Reported(Milestone.OutageStarted, Milestone.TrafficRestored);
        ImmutableArray<string> said =
        [
            .. reported.Outage is { } claimed ? [$"{claimed} (summary)"] : ImmutableArray<string>.Empty,
            .. byTimeline is { } added ? [$"{added} (timeline)"] : ImmutableArray<string>.Empty,
        ];
        var scripted = Takes(step => step is AcknowledgeStepPlan or DecideStepPlan or RollBackStepPlan or RestartStepPlan);
        var row = Timed("outage length", said, analysis.Outages.Longest?.Length, scripted);
        return analysis.Outages.Longest is { Ended: false } ? row with { Name = "outage length (not over at the end)" } : row;
    }

    private ComparisonRow FailedRequests()
    {
        var outage = analysis.Outages.Longest;
        return new ComparisonRow
        {
            Name = "failed requests in the outage",
            Reported = reported.FailedRequests is { } share ? [share.ToString()] : [],
            Label = outage is null ? MeasureLabel.Absent : MeasureLabel.Measured,
            MeasuredIncident = null,
            MeasuredReal = null,
            Scripted = null,
            Overrun = null,
            Figure = outage is null ? null : Figures.PartOf(outage.Outcomes.Wrong, outage.Outcomes.Total),
        };
    }

    /// <summary>What nothing prescribes stays in real time: scaled up, a quick detection would look like minutes of blindness.</summary>
    private ComparisonRow Timed(string name, ImmutableArray<string> said, TimeSpan? real, IncidentDuration? scripted)
    {
        var overrun = real is { } took && scripted is { } minimum ? Positive(took - Plan.Clock.ToReal(minimum)) : (TimeSpan?)null;
        return new ComparisonRow
        {
            Name = name,
            Reported = said,
            Label = (real, overrun) switch
            {
                (null, _) => MeasureLabel.Absent,
                (_, null) => MeasureLabel.Measured,
                (_, { } beyond) => beyond < Negligible ? MeasureLabel.Scripted : MeasureLabel.ScriptedWithOverrun,
            },
            MeasuredIncident = real is { } length && scripted is not null ? Plan.Clock.ToIncident(length) : null,
            MeasuredReal = real,
            Scripted = scripted,
            Overrun = overrun,
            Figure = null,
        };
    }

    private IncidentDuration? Reported(Milestone first, Milestone second) =>
        timeline.TryGetValue(first, out var from) && timeline.TryGetValue(second, out var until) ? until - from : null;

    /// <summary>The sum of what the runbook prescribes for such steps; null when it prescribes nothing.</summary>
    private IncidentDuration? Takes(Func<StepPlan, bool> wanted)
    {
        var minutes = Plan.Runbook.Where(wanted).Sum(step => step.Takes.Minutes);
        return minutes > 0 ? new IncidentDuration(minutes) : null;
    }

    /// <summary>From the first staging to the first activation, when the scenario gives both a time; else what the staging takes.</summary>
    private IncidentDuration? UpgradeToActivation()
    {
        var stage = Plan.Steps.OfType<StageVersionStepPlan>().FirstOrDefault();
        var activate = Plan.Steps.OfType<ActivateStepPlan>().FirstOrDefault();
        return (stage?.Start, activate?.Start, stage?.Takes.Minutes) switch
        {
            (StepStart.AtTime from, StepStart.AtTime until, _) => until.Time - from.Time,
            (_, _, > 0) => stage!.Takes,
            _ => null,
        };
    }

    private static TimeSpan Positive(TimeSpan duration) => duration > TimeSpan.Zero ? duration : TimeSpan.Zero;
}
