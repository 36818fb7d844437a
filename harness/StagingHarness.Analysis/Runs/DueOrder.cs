using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Runs;

/// <summary>Puts samples into the order in which their requests were due, with no more memory than one copy of them.</summary>
internal static class DueOrder
{
    public static ImmutableArray<Sample> Of(ImmutableArray<Sample> samples)
    {
        if (IsOrdered(samples))
        {
            return samples;
        }

        var ordered = samples.ToArray();
        Array.Sort(ordered, Compare);
        return ImmutableCollectionsMarshal.AsImmutableArray(ordered);
    }

    private static bool IsOrdered(ImmutableArray<Sample> samples)
    {
        for (var index = 1; index < samples.Length; index++)
        {
            if (Compare(samples[index - 1], samples[index]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Compare(Sample one, Sample other) =>
        one.DueNanoseconds.CompareTo(other.DueNanoseconds) is var byDue && byDue != 0 ? byDue
        : one.Sequence.CompareTo(other.Sequence) is var bySequence && bySequence != 0 ? bySequence
        : one.Route.CompareTo(other.Route);
}
