using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Steps;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>The rounds in which an upgrade is stopped after each of its changes in turn, and reverted from there.</summary>
internal static class PrefixRounds
{
    /// <param name="written">What the author asks for.</param>
    /// <param name="parts">What the upgrade is made of.</param>
    public static IEnumerable<ImmutableArray<StepBodyDocument>> Of(EveryPrefixStepDocument written, ImmutableArray<StepBodyDocument> parts)
    {
        var changes = Enumerable.Range(0, parts.Length).Where(index => IsChange(parts[index])).ToList();
        ImmutableArray<StepBodyDocument> end =
        [
            new RevertStepDocument { Service = (written.Of?.Value.Body?.Value as VersionStepBodyDocument)?.Service },
            .. written.Settle is { Value.Minutes: > 0 } settle ? [new WatchStepDocument { For = settle }] : (StepBodyDocument[])[],
        ];
        yield return end;
        foreach (var index in changes)
        {
            yield return [.. index == changes[^1] ? parts : parts[..(index + 1)], .. end];
        }

        foreach (var index in written.Kill is { Value: true } ? changes : [])
        {
            if (parts[index] is ReplaceMove replace)
            {
                yield return [.. parts[..index], replace with { CutOff = true, Begins = null, GivenPhase = null }, .. end];
            }
        }
    }

    /// <summary>Pauses and gates change nothing: a stop after one of them is a stop after what stands above it.</summary>
    private static bool IsChange(StepBodyDocument part) => part is Move or StageStepDocument or ActivateStepDocument;
}
