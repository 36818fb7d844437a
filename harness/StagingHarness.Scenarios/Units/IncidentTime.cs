using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>A time of day on the incident's clock (13:55), whole minutes. Not real time: see <see cref="Plans.ClockPlan"/>.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct IncidentTime(int MinutesOfDay)
{
    public static IncidentDuration operator -(IncidentTime later, IncidentTime earlier) =>
        new(later.MinutesOfDay - earlier.MinutesOfDay);

    public static IncidentTime operator +(IncidentTime time, IncidentDuration duration) =>
        new((int)Math.Floor(time.MinutesOfDay + duration.Minutes));

    /// <summary>Reads <c>HH:mm</c>.</summary>
    public static bool TryParse(string text, out IncidentTime time)
    {
        var parsed = TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value);
        time = parsed ? new IncidentTime((value.Hour * 60) + value.Minute) : default;
        return parsed;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{MinutesOfDay / 60:00}:{MinutesOfDay % 60:00}");

    private sealed class Converter : JsonConverter<IncidentTime>
    {
        public override IncidentTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString() ?? "", out var time) ? time : throw new JsonException("An incident time reads 'HH:mm'.");

        public override void Write(Utf8JsonWriter writer, IncidentTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
