using System.Collections.Immutable;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What an expectation was measured on.</summary>
/// <param name="Unit">What is counted, in the singular: request, health check, milestone.</param>
/// <param name="Total">How many there were.</param>
/// <param name="Needed">How many there must be at least.</param>
/// <param name="NeededPerInstance">How many each instance must have at least.</param>
/// <param name="PerInstance">How many each instance had, also those that had none; empty when instances do not count here.</param>
public sealed record ExpectationSamples(
    string Unit, long Total, long Needed, long NeededPerInstance, ImmutableSortedDictionary<string, long> PerInstance)
{
    /// <summary>Why it is too little to say anything; null when it is enough.</summary>
    public string? WhyTooFew
    {
        get
        {
            if (Total == 0 || Total < Needed)
            {
                return $"{Figures.Count(Total, Unit)} of at least {Figures.Count(Math.Max(1, Needed))} needed";
            }

            if (NeededPerInstance == 0)
            {
                return null;
            }

            var few = PerInstance.Where(one => one.Value < NeededPerInstance).ToArray();
            return (few.Length, PerInstance.IsEmpty) switch
            {
                (_, true) => "the journal knows no instance that took traffic meanwhile",
                (0, false) => null,
                _ => $"at least {Figures.Count(NeededPerInstance, Unit)} needed of each instance, but "
                    + Figures.Joined(few.Select(one => $"'{one.Key}' had {Figures.Count(one.Value)}")),
            };
        }
    }

    /// <summary><c>804 requests, at least 200 needed; portal-1 201, portal-2 603, at least 25 needed of each</c>.</summary>
    public override string ToString()
    {
        var total = $"{Figures.Count(Total, Unit)}, at least {Figures.Count(Needed)} needed";
        return PerInstance.IsEmpty || NeededPerInstance == 0
            ? total
            : $"{total}; {string.Join(", ", PerInstance.Select(one => $"{one.Key} {Figures.Count(one.Value)}"))}, "
                + $"at least {Figures.Count(NeededPerInstance)} needed of each";
    }
}
