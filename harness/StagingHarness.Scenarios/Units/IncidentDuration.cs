using System.Globalization;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>A stretch of incident time, in minutes. <see cref="Plans.ClockPlan"/> says how much real time it takes.</summary>
[JsonConverter(typeof(IncidentDurationConverter))]
public readonly record struct IncidentDuration(double Minutes)
{
    public static IncidentDuration Zero => default;

    public static IncidentDuration operator +(IncidentDuration left, IncidentDuration right) =>
        new(left.Minutes + right.Minutes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes:0.##} min");
}
