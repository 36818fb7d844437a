using System.Collections.Immutable;
using StagingHarness.Analysis.Columns;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Generators;
using StagingHarness.Analysis.Moments;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Verdicts;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Reporting.Runs;

/// <summary>A verdict, with what every report shows of its run.</summary>
public sealed record JudgedRun
{
    public required Verdict Verdict { get; init; }

    public required ImmutableArray<Moment> Moments { get; init; }

    public required ImmutableArray<IncidentSpan> Spans { get; init; }

    public required TrafficColumns Columns { get; init; }

    /// <summary>Null when no traffic flowed.</summary>
    public required GeneratorFigures? Generator { get; init; }

    public RunAnalysis Analysis => Verdict.Analysis;

    public RunRecord Record => Verdict.Analysis.Record;

    public ScenarioPlan Plan => Verdict.Analysis.Record.Plan;

    /// <summary>Why the run is no whole one; null when its journal holds its end, and nobody interrupted it.</summary>
    public string? WhyAborted => Verdict.WhyAborted;

    /// <summary>How something counts for programs: where the run as such proves nothing, nothing that it measured is a failure.</summary>
    public Standing Counted(Standing standing) =>
        Verdict.Outcome == Outcome.Inconclusive && standing == Standing.NotMet ? Standing.Inconclusive : standing;

    /// <summary>Expectations that decide and are not met, the worst first.</summary>
    public ImmutableArray<ExpectationResult> Unmet =>
    [
        .. Verdict.Expectations.Where(one => !one.ReportOnly && one.Standing != Standing.Met)
            .OrderByDescending(one => one.Standing),
    ];

    /// <summary>Requirements that are not met, the worst first.</summary>
    public ImmutableArray<RequirementResult> Lacking =>
        [.. Verdict.Requirements.Where(one => one.Standing != Standing.Met).OrderByDescending(one => one.Standing)];

    public string Repeat => RepeatCommand.Of(Plan, Record.Start.Engine);

    public string Engine => EngineLine.Of(Record.Start);

    /// <summary>Versions that the plan puts on the stage, service by service, in the order of the plan.</summary>
    public ImmutableArray<string> Versions =>
    [
        .. Plan.Stage.Select(placement => string.Join(
            " -> ",
            new[] { placement.Version }
                .Concat(Plan.AllSteps().OfType<VersionStepPlan>().Where(step => step.Service == placement.Service).Select(step => step.Version))
                .Aggregate(new List<ServerVersion>(), Append)
                .Select((version, index) => index == 0 ? $"{placement.Service}: {version}" : version.ToString()))),
    ];

    private static List<ServerVersion> Append(List<ServerVersion> versions, ServerVersion next)
    {
        if (!versions.Contains(next))
        {
            versions.Add(next);
        }

        return versions;
    }
}
