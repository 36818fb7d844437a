using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>Counts wrong answers by the way in which they failed. Nothing is allocated for an answer: there may be millions.</summary>
internal sealed class SignatureCounts
{
    private static readonly int Kinds = Enum.GetValues<AnswerSignature>().Length;

    // By the value of the signature: as the key of a dictionary it would be boxed for each answer where the code is compiled ahead.
    private readonly int[] counts = new int[Kinds];

    /// <summary>All wrong answers.</summary>
    public int Total { get; private set; }

    /// <summary>The one that was counted most often, the first of them in the order of the signatures; null when nothing was wrong.</summary>
    public AnswerSignature? MostFrequent => Total == 0 ? null : (AnswerSignature)Array.IndexOf(counts, counts.Max());

    public void Add(in Sample sample)
    {
        if (Signatures.Of(sample) is { } signature)
        {
            counts[(int)signature]++;
            Total++;
        }
    }

    /// <summary>Those that were counted, in the order of the signatures.</summary>
    public ImmutableSortedDictionary<AnswerSignature, int> ToImmutable() =>
        counts.Index().Where(one => one.Item > 0).ToImmutableSortedDictionary(one => (AnswerSignature)one.Index, one => one.Item);
}
