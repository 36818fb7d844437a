using System.Runtime.InteropServices;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>Counts in one pass and holds no sample: a run has millions of them, most of which ended as the one before did.</summary>
internal sealed class OutcomeCounter
{
    private readonly Dictionary<OutcomeKind, long> counts = [];
    private OutcomeKind last;
    private long inARow;

    public void Add(in Sample sample)
    {
        if (inARow > 0 && last.Is(sample))
        {
            inARow++;
            return;
        }

        TakeRow();
        last = OutcomeKind.Of(sample);
        inARow = 1;
    }

    public OutcomeCounts ToCounts()
    {
        TakeRow();
        return OutcomeCounts.Of(counts);
    }

    /// <summary>Adds what another one counted.</summary>
    public void Add(OutcomeCounter other)
    {
        other.TakeRow();
        foreach (var (kind, count) in other.counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, kind, out _) += count;
        }
    }

    private void TakeRow()
    {
        if (inARow > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, last, out _) += inARow;
            inARow = 0;
        }
    }
}
