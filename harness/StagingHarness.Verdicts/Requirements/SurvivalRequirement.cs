using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>No instance ended by itself, unless a reproducing scenario describes just that, and it was so.</summary>
internal sealed class SurvivalRequirement : Requirement
{
    public override string Name => "no instance died by itself";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var plan = analysis.Record.Plan;
        var servers = analysis.Record.Events.OfType<InstanceStarted>()
            .Where(started => started.Service is not null).Select(started => started.Instance)
            .Concat(plan.Stage.SelectMany(service => service.InstanceNames()))
            .ToHashSet(StringComparer.Ordinal);
        var deaths = analysis.Record.Events.OfType<InstanceDied>().ToArray();
        var evidence = string.Join("; ", deaths.Select(Describe));
        return (deaths.Length, deaths.Any(death => servers.Contains(death.Instance)), plan.Intent) switch
        {
            (0, _, _) => Met("none did"),
            (_, true, Intent.Reproduce) when deaths.All(death => servers.Contains(death.Instance)) && Describing(deaths, analysis, expectations) is { } described =>
                Met($"{evidence}; {described} describes it"),
            (_, true, Intent.Protect) => NotMet(evidence),
            (_, true, Intent.Reproduce) => Inconclusive($"{evidence}; the described failure is another one"),
            (_, false, _) => Inconclusive(evidence),
        };
    }

    /// <summary>Numbers of the expectations that describe the deaths; null when none describes one of them.</summary>
    private static string? Describing(InstanceDied[] deaths, RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var describing = DescribedCrash.Describing(analysis.Record.Plan, expectations).ToArray();
        var found = deaths.Select(death => describing.FirstOrDefault(expectation => Sees(expectation, death, analysis))).ToArray();
        return found.Contains(null) ? null : string.Join(", ", found.Select(expectation => expectation!.Number).Distinct(StringComparer.Ordinal));
    }

    private static bool Sees(InstanceExpectationPlan expectation, InstanceDied death, RunAnalysis analysis) =>
        (expectation.Instance is null || expectation.Instance == death.Instance)
        && (expectation.Service is null || expectation.Service == ServiceOf(death.Instance, analysis))
        && (expectation.Phases.IsEmpty || expectation.Phases.Select(analysis.Timeline.Find).OfType<Phase>().Any(phase => phase.Contains(death.At)));

    private static string? ServiceOf(string instance, RunAnalysis analysis) =>
        analysis.Record.Events.OfType<InstanceStarted>().LastOrDefault(started => started.Instance == instance)?.Service
        ?? analysis.Record.Plan.Stage.FirstOrDefault(service => service.InstanceNames().Contains(instance))?.Service;

    private static string Describe(InstanceDied death)
    {
        var code = death.ExitCode is { } known ? $"exit code {known}" : "an unknown exit code";
        var output = death.LastOutput.IsEmpty ? "it wrote nothing" : $"its last line: {death.LastOutput[^1]}";
        return $"'{death.Instance}' died with {code}; {output}";
    }
}
