using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;

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
            (_, true, Intent.Reproduce) when deaths.All(death => servers.Contains(death.Instance)) && DescribedCrash.Describing(plan, expectations).FirstOrDefault() is { } described =>
                Met($"{evidence}; {described.Number} describes it"),
            (_, true, Intent.Protect) => NotMet(evidence),
            (_, true, Intent.Reproduce) => Inconclusive($"{evidence}; the described failure is another one"),
            (_, false, _) => Inconclusive(evidence),
        };
    }

    private static string Describe(InstanceDied death)
    {
        var code = death.ExitCode is { } known ? $"exit code {known}" : "an unknown exit code";
        var output = death.LastOutput.IsEmpty ? "it wrote nothing" : $"its last line: {death.LastOutput[^1]}";
        return $"'{death.Instance}' died with {code}; {output}";
    }
}
