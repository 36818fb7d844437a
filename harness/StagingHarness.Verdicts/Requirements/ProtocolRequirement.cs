using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>
/// The clients spoke what the scenario says, as the gateway saw it; with something else it would be another rehearsal. It is not asked
/// of plain HTTP/1.1: the gateway understands nothing else then, and stamps nothing.
/// </summary>
internal sealed class ProtocolRequirement : Requirement
{
    public override string Name => "protocol spoken";

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var wanted = analysis.Record.Plan.Traffic.SpokenInWords();
        if (analysis.Record.Events.OfType<TrafficEnded>().FirstOrDefault() is not { } ended)
        {
            return Inconclusive($"the journal holds no end of the traffic, so nothing says whether {wanted} was spoken");
        }

        if (ended.Spoken is not { IsEmpty: false } spoken)
        {
            return Inconclusive($"the gateway says of no answer what was spoken, so that nothing says that it was {wanted}");
        }

        var others = spoken.Where(pair => pair.Key != wanted).ToList();
        return others.Count > 0
            ? Inconclusive($"the clients were to speak {wanted}, and the gateway saw {string.Join(" and ", others.Select(pair => $"{pair.Key} ({Figures.Count(pair.Value, "answer")})"))}")
            : Met($"{wanted} on {Figures.Count(spoken[wanted], "answer")}, as the gateway saw it");
    }
}
