using StagingHarness.Scenarios.Units;

namespace StagingHarness.Execution.Upgrades;

/// <summary>Whole weights that give a candidate its share exactly, its twins as much as far as there is so much left, and the rest to the others.</summary>
/// <param name="Candidate">Of each candidate.</param>
/// <param name="Twin">Of each twin.</param>
/// <param name="Other">Of each other server.</param>
internal sealed record TrafficParts(int Candidate, int Twin, int Other)
{
    /// <summary>A share counts in millionths: finer than any percentage that people write.</summary>
    private const long Whole = 1_000_000;

    /// <param name="share">What all candidates get together.</param>
    /// <param name="candidates">How many there are, at least one; there are as many twins.</param>
    /// <param name="others">How many others there are; without any, the twins get all the rest.</param>
    public static TrafficParts Of(Share share, int candidates, int others)
    {
        var candidate = (long)Math.Round(share.Value * Whole);
        var twin = others == 0 ? Whole - candidate : Math.Min(candidate, Whole - candidate);
        var other = Whole - candidate - twin;
        long[] each = [candidate * Math.Max(1, others), twin * Math.Max(1, others), other * candidates];
        var divisor = each.Aggregate(GreatestDivisor);
        return new TrafficParts((int)(each[0] / divisor), (int)(each[1] / divisor), (int)(each[2] / divisor));
    }

    private static long GreatestDivisor(long one, long other) => other == 0 ? one : GreatestDivisor(other, one % other);
}
