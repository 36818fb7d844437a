using System.Runtime.InteropServices;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>Counts in one pass and holds no sample: a run has millions of them.</summary>
internal sealed class OutcomeCounter
{
    private readonly Dictionary<OutcomeKind, long> counts = [];

    public void Add(Sample sample) => CollectionsMarshal.GetValueRefOrAddDefault(counts, OutcomeKind.Of(sample), out _)++;

    public OutcomeCounts ToCounts() => OutcomeCounts.Of(counts);
}
