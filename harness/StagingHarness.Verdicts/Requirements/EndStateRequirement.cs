using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Steps;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// The state in which the scenario ends was met by measurement: every server attests its version, and the closing traffic was right. One that
/// ends with the crash that it describes has no other state to come to.
/// </summary>
internal sealed class EndStateRequirement : Requirement
{
    public override string Name => "end state met by measurement";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        if (DescribedCrash.Find(analysis, expectations) is { } described)
        {
            return Met($"the scenario ends with the crash of {described.Step} that {described.Number} describes");
        }

        var verifications = analysis.Steps.OfKind<VerifyStepPlan>().ToArray();
        if (verifications is not [var trace] || trace is not { StartedAt: { } started, EndedAt: { } until })
        {
            return Inconclusive(verifications.Length == 1
                ? $"{verifications[0]}, which measures it, did not run to its end"
                : $"the plan has {Figures.Count(verifications.Length, "step")} that measure it, and needs one");
        }

        // What was watched unchanged before the step counts, as far back as it says.
        var measured = trace.Events.OfType<EndStateMeasured>().LastOrDefault();
        var from = measured is { From: var since } && since < started ? since : started;
        if (ChangeSince(from, measured ?? (JournalEvent)trace.Started!, analysis) is { } change)
        {
            return Inconclusive($"it was measured from {Figures.Seconds(from)} on, and the stage was changed at {Figures.Seconds(change)}");
        }

        var counts = OutcomeCounts.Of(analysis.SamplesByDue.Between(from, until));
        var servers = Servers(analysis).ToArray();
        var wrongVersions = servers.Where(server => Attested(trace, server.Instance) is { } version && version != server.Version)
            .Select(server => $"'{server.Instance}' attested {Attested(trace, server.Instance)}, not {server.Version}")
            .ToArray();
        var silent = servers.Where(server => Attested(trace, server.Instance) is null).Select(server => server.Instance).ToArray();
        var needed = ((VerifyStepPlan)trace.Plan).MinimumSamples;
        var answered = $"{Figures.PartOf(counts.Right, counts.Total)} closing requests were answered rightly";
        return (wrongVersions.Length, counts.Wrong, trace.Failed, silent.Length) switch
        {
            ( > 0, _, _, _) => NotMet(string.Join("; ", wrongVersions)),
            (_, > 0, _, _) => NotMet($"{answered}: {counts}"),
            (_, _, { } failed, _) => Inconclusive($"{trace} failed: {failed.Reason}"),
            (_, _, _, > 0) => Inconclusive($"{Figures.Quoted(silent)} attested nothing at the end"),
            _ when servers.Length == 0 => Inconclusive("the plan names no server that should stand there"),
            _ when counts.Total < Math.Max(1, needed) => Inconclusive($"{answered}, at least {Figures.Count(needed)} needed"),
            _ => Met($"{Figures.Count(servers.Length, "server")} attest what they should, and {answered}"),
        };
    }

    private static TimeSpan? ChangeSince(TimeSpan from, JournalEvent end, RunAnalysis analysis)
    {
        var last = new LastChange(analysis.Record.Plan);
        foreach (var happened in analysis.Record.Events.TakeWhile(happened => happened.Sequence < end.Sequence))
        {
            last.Add(happened);
        }

        return last.At > from ? last.At : null;
    }

    private static IEnumerable<(string Instance, ServerVersion Version)> Servers(RunAnalysis analysis)
    {
        var plan = analysis.Record.Plan;
        var runbookRan = analysis.Steps.Begun.Any(trace => plan.Runbook.Contains(trace.Plan));
        var versions = runbookRan ? plan.EndState.AfterRunbook : Refused(analysis)?.EndState ?? plan.EndState.WithoutPage;
        return versions.Select(server => (server.Key, server.Value));
    }

    private static GateStepPlan? Refused(RunAnalysis analysis) => analysis.Steps.OfKind<GateStepPlan>()
        .Where(trace => trace.Events.OfType<GateDecided>().Any(decided => decided.Refuses))
        .Select(trace => trace.Plan as GateStepPlan)
        .FirstOrDefault();

    private static ServerVersion? Attested(StepTrace trace, string instance) =>
        trace.Events.OfType<InstanceAttested>().LastOrDefault(attestation => attestation.Instance == instance)?.Version;
}
