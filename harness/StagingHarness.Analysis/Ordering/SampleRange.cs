using System.Collections;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Ordering;

/// <summary>Samples that follow one another in an order.</summary>
public readonly record struct SampleRange : IReadOnlyList<Sample>
{
    private readonly OrderedSamples samples;
    private readonly int first;
    private readonly int end;

    /// <param name="samples">All of the order.</param>
    /// <param name="first">Index of the first of them.</param>
    /// <param name="end">Index after the last of them.</param>
    internal SampleRange(OrderedSamples samples, int first, int end) => (this.samples, this.first, this.end) = (samples, first, end);

    public int Count => end - first;

    public ref readonly Sample this[int index] => ref samples[first + index];

    Sample IReadOnlyList<Sample>.this[int index] => this[index];

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Sample> IEnumerable<Sample>.GetEnumerator() => Copies();

    IEnumerator IEnumerable.GetEnumerator() => Copies();

    internal IEnumerator<Sample> Copies()
    {
        for (var index = first; index < end; index++)
        {
            yield return samples[index];
        }
    }

    /// <summary>Walks through the samples where they lie.</summary>
    public struct Enumerator
    {
        private readonly SampleRange range;
        private int at;

        internal Enumerator(SampleRange range) => (this.range, at) = (range, -1);

        public readonly ref readonly Sample Current => ref range[at];

        public bool MoveNext() => ++at < range.Count;
    }
}
