using System.Globalization;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>
/// A time of day on the incident's clock (13:55), whole minutes. Past midnight its hours go on: five past twelve is 24:05. Not real time: see
/// <see cref="Plans.ClockPlan"/>.
/// </summary>
[JsonConverter(typeof(IncidentTimeConverter))]
public readonly record struct IncidentTime(int MinutesOfDay)
{
    public static IncidentDuration operator -(IncidentTime later, IncidentTime earlier) =>
        new(later.MinutesOfDay - earlier.MinutesOfDay);

    public static IncidentTime operator +(IncidentTime time, IncidentDuration duration) =>
        new((int)Math.Floor(time.MinutesOfDay + duration.Minutes));

    /// <summary>Reads <c>HH:mm</c>, to the end of the day after (47:59).</summary>
    public static bool TryParse(string text, out IncidentTime time)
    {
        var parts = text.Split(':');
        var parsed = parts is [{ Length: 1 or 2 } hours, { Length: 2 } minutes] && parts.All(part => part.All(char.IsAsciiDigit));
        time = parsed ? new IncidentTime((Number(parts[0]) * 60) + Number(parts[1])) : default;
        return parsed && Number(parts[1]) < 60 && time.MinutesOfDay < 2 * MinutesOfADay;
    }

    private const int MinutesOfADay = 24 * 60;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{MinutesOfDay / 60:00}:{MinutesOfDay % 60:00}");
}
