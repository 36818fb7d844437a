using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Ordering;

/// <summary>
/// The samples of a run in the order of a moment that each of them has. They stay where they were read: an order takes four bytes for each of
/// them, a copy would take 32. <c>foreach</c> walks them where they lie; LINQ copies each.
/// </summary>
public sealed class OrderedSamples : IReadOnlyList<Sample>
{
    private readonly Sample[] samples;
    private readonly int[]? order;
    private readonly Func<Sample, TimeSpan>? moment;

    private OrderedSamples(Sample[] samples, int[]? order, Func<Sample, TimeSpan>? moment) => (this.samples, this.order, this.moment) = (samples, order, moment);

    public int Count => samples.Length;

    public bool IsEmpty => samples.Length == 0;

    public SampleRange All => new(this, 0, Count);

    public ref readonly Sample this[int index] => ref samples[order is null ? index : order[index]];

    Sample IReadOnlyList<Sample>.this[int index] => this[index];

    /// <summary>In the order in which the requests were due; those of one moment by their place in the schedule, and in their journey.</summary>
    public static OrderedSamples ByDue(ImmutableArray<Sample> samples)
    {
        var measured = ImmutableCollectionsMarshal.AsArray(samples)!;
        if (IsByDue(measured))
        {
            return new OrderedSamples(measured, null, null);
        }

        var order = Upwards(measured.Length);
        Array.Sort(order, (one, other) => CompareDue(measured[one], measured[other]));
        return new OrderedSamples(measured, order, null);
    }

    /// <summary>The same samples in the order of another moment; those of one moment in the order that they have here.</summary>
    public OrderedSamples By(Func<Sample, TimeSpan> moment) =>
        new(samples, [.. (order ?? Upwards(Count)).OrderBy(index => moment(samples[index]))], moment);

    /// <summary>Those whose moment lies in the half-open interval [from, until); none where that ends before it begins.</summary>
    public SampleRange Between(TimeSpan from, TimeSpan until)
    {
        var first = FirstSince(from);
        return new SampleRange(this, first, Math.Max(first, FirstSince(until)));
    }

    /// <summary>Index of the first whose moment is this one or a later one; their number where there is none.</summary>
    public int FirstSince(TimeSpan at)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = MomentOf(this[middle]) < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public SampleRange.Enumerator GetEnumerator() => All.GetEnumerator();

    IEnumerator<Sample> IEnumerable<Sample>.GetEnumerator() => All.Copies();

    IEnumerator IEnumerable.GetEnumerator() => All.Copies();

    private TimeSpan MomentOf(in Sample sample) => moment is null ? sample.Due : moment(sample);

    private static int[] Upwards(int count)
    {
        var upwards = new int[count];
        for (var index = 0; index < count; index++)
        {
            upwards[index] = index;
        }

        return upwards;
    }

    private static bool IsByDue(Sample[] samples)
    {
        for (var index = 1; index < samples.Length; index++)
        {
            if (CompareDue(samples[index - 1], samples[index]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int CompareDue(in Sample one, in Sample other) =>
        one.DueNanoseconds.CompareTo(other.DueNanoseconds) is var byDue && byDue != 0 ? byDue
        : one.Sequence.CompareTo(other.Sequence) is var bySequence && bySequence != 0 ? bySequence
        : one.Route.CompareTo(other.Route);
}
