using System.Collections.Immutable;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Wording;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>How many requests ended in which way.</summary>
public sealed record OutcomeCounts
{
    /// <summary>Most frequent first; ties by answerer, status and failure, so that the order is always the same.</summary>
    public required ImmutableArray<(OutcomeKind Kind, long Count)> Kinds { get; init; }

    public long Total => Kinds.Sum(one => one.Count);

    public long Right => Kinds.Where(one => one.Kind.Right).Sum(one => one.Count);

    public long Wrong => Total - Right;

    public static OutcomeCounts Of(IEnumerable<Sample> samples)
    {
        var counter = new OutcomeCounter();
        foreach (var sample in samples)
        {
            counter.Add(sample);
        }

        return counter.ToCounts();
    }

    public static OutcomeCounts Of(SampleRange samples)
    {
        var counter = new OutcomeCounter();
        foreach (ref readonly var sample in samples)
        {
            counter.Add(sample);
        }

        return counter.ToCounts();
    }

    internal static OutcomeCounts Of(IEnumerable<KeyValuePair<OutcomeKind, long>> counts) => new()
    {
        Kinds =
        [
            .. counts
                .Select(same => (Kind: same.Key, Count: same.Value))
                .OrderByDescending(one => one.Count)
                .ThenBy(one => one.Kind.Answerer)
                .ThenBy(one => one.Kind.Status)
                .ThenBy(one => one.Kind.Failure)
                .ThenBy(one => one.Kind.Check),
        ],
    };

    /// <summary>Wrong answers by who gave them; <see cref="Answerer.Nobody"/> counts requests without an answer.</summary>
    public long WrongBy(Answerer answerer) =>
        Kinds.Where(one => !one.Kind.Right && one.Kind.Answerer == answerer).Sum(one => one.Count);

    /// <summary>
    /// <c>app 500 x 804, gateway 503 x 12</c>: the three most frequent, the three most frequent wrong ones wherever they come, since two wrong
    /// answers among a thousand right ones are what is looked for, and how many kinds there are besides.
    /// </summary>
    public override string ToString()
    {
        const int shown = 3;
        var named = Kinds.Take(shown).Union(Kinds.Where(one => !one.Kind.Right).Take(shown)).ToHashSet();
        var listed = string.Join(", ", Kinds.Where(named.Contains).Select(one => $"{one.Kind} x {Figures.Count(one.Count)}"));
        return Kinds.Length > named.Count ? $"{listed} and {Figures.Count(Kinds.Length - named.Count, "other kind")}" : listed;
    }
}
