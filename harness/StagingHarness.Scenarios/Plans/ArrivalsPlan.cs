using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Scenarios.Plans;

/// <summary>When the requests of the traffic are due, where that is more than one rate.</summary>
public sealed record ArrivalsPlan
{
    public required ArrivalSpread Spread { get; init; }

    /// <summary>One after the other, from the first request on.</summary>
    public required ImmutableArray<StretchPlan> Stretches { get; init; }

    /// <summary>Requests per second behind the stretches.</summary>
    public required double ThenPerSecond { get; init; }

    /// <summary>What is replayed instead; null when nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecordingPlan? Recording { get; init; }

    /// <summary><c>100 requests per second by chance, then a ramp to 300/s in 20 s (4000 requests)</c>.</summary>
    public string InWords(double ratePerSecond, string what)
    {
        if (Recording is { } recording)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{recording.Microseconds.Length} recorded requests in {recording.PeriodMicroseconds / 1e6:0.###} s ({recording.File} at {recording.Speed:0.###}x), over and over");
        }

        var chance = Spread == ArrivalSpread.Poisson ? " on average, by chance (Poisson)" : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{ratePerSecond:0.##} {what} per second{chance}");
        return Stretches.Length == 0
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}: {string.Join(", ", Stretches)}, and then {ThenPerSecond:0.##}/s");
    }

    /// <summary>As harness and generator count.</summary>
    public ArrivalOrder ToOrder() => new()
    {
        Stretches = [.. Stretches.Select(stretch => new RateStretch(stretch.FromPerSecond, stretch.ToPerSecond, stretch.For.TotalSeconds))],
        Then = ThenPerSecond,
        IsPoisson = Spread == ArrivalSpread.Poisson,
        Recorded = Recording is { } recording
            ? new RecordedArrivals { Microseconds = recording.Microseconds, PeriodMicroseconds = recording.PeriodMicroseconds }
            : null,
    };
}
