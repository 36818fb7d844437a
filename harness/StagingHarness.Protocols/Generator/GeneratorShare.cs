namespace StagingHarness.Protocols.Generator;

/// <summary>
/// Which positions of a schedule one of several generators sends: every <paramref name="Count"/>-th, from <paramref name="Index"/> on. All
/// of them count through the whole schedule, so that together they send what one alone would have sent.
/// </summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">Of all generators that share the schedule.</param>
public readonly record struct GeneratorShare(int Index, int Count)
{
    /// <summary>Of the only one.</summary>
    public static GeneratorShare Whole { get; } = new(0, 1);

    public bool Holds(long sequence) => sequence % Count == Index;

    /// <summary>What one of them gets of something that all of them share out, such as connections; what is left over goes to the first.</summary>
    public int PartOf(int whole) => (whole / Count) + (Index < whole % Count ? 1 : 0);
}
