using System.Collections;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Ordering;

/// <summary>Samples that follow one another in an order.</summary>
/// <param name="Samples">All of the order.</param>
/// <param name="First">Index of the first of them.</param>
/// <param name="End">Index after the last of them.</param>
public readonly record struct SampleRange(OrderedSamples Samples, int First, int End) : IReadOnlyList<Sample>
{
    public int Count => End - First;

    public ref readonly Sample this[int index] => ref Samples[First + index];

    Sample IReadOnlyList<Sample>.this[int index] => this[index];

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Sample> IEnumerable<Sample>.GetEnumerator() => Copies();

    IEnumerator IEnumerable.GetEnumerator() => Copies();

    internal IEnumerator<Sample> Copies()
    {
        for (var index = First; index < End; index++)
        {
            yield return Samples[index];
        }
    }

    /// <summary>Walks through the samples where they lie.</summary>
    public struct Enumerator(SampleRange range)
    {
        private int at = range.First - 1;

        public readonly ref readonly Sample Current => ref range.Samples[at];

        public bool MoveNext() => ++at < range.End;
    }
}
