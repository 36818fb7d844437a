namespace StagingHarness.Protocols.Arrivals;

/// <summary>A stretch of time in which the rate goes evenly from one value to another.</summary>
/// <param name="From">Requests per second at its beginning.</param>
/// <param name="To">Requests per second at its end.</param>
/// <param name="Seconds">How long it is.</param>
public sealed record RateStretch(double From, double To, double Seconds)
{
    /// <summary>How many requests come in it.</summary>
    public double Count => (From + To) / 2 * Seconds;

    /// <summary>How many come in its first seconds.</summary>
    public double CountBy(double seconds) => (From * seconds) + (Slope * seconds * seconds / 2);

    /// <summary>Seconds after which so many have come.</summary>
    public double SecondsFor(double count) => count <= 0 ? 0 : 2 * count / (From + Math.Sqrt(Math.Max(0, (From * From) + (2 * Slope * count))));

    /// <summary>Requests per second so many seconds after its beginning.</summary>
    public double RateAt(double seconds) => From + (Slope * seconds);

    private double Slope => (To - From) / Seconds;
}
