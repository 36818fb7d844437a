using System.Globalization;

namespace StagingHarness.Scenarios.Plans;

/// <summary>A stretch of the traffic, in which its rate goes evenly from one value to another; requests per second of real time.</summary>
public sealed record StretchPlan(StretchKind Kind, double FromPerSecond, double ToPerSecond, TimeSpan For)
{
    /// <summary>How many requests come in it; by chance, that many on average.</summary>
    public double Requests => (FromPerSecond + ToPerSecond) / 2 * For.TotalSeconds;

    /// <summary><c>a ramp to 300/s in 20 s (4000 requests)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change} {For.TotalSeconds:0.###} s ({Requests:0} requests)");

    private string Change => Kind switch
    {
        StretchKind.Hold => FormattableString.Invariant($"{ToPerSecond:0.##}/s for"),
        StretchKind.Ramp => FormattableString.Invariant($"a ramp to {ToPerSecond:0.##}/s in"),
        StretchKind.Spike => FormattableString.Invariant($"a spike of {ToPerSecond:0.##}/s for"),
    };
}
