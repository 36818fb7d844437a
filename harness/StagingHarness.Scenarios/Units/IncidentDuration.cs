using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>A stretch of incident time, in minutes. <see cref="Plans.ClockPlan"/> says how much real time it takes.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct IncidentDuration(double Minutes)
{
    public static IncidentDuration Zero => default;

    public static IncidentDuration operator +(IncidentDuration left, IncidentDuration right) =>
        new(left.Minutes + right.Minutes);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes:0.##} min");

    private sealed class Converter : JsonConverter<IncidentDuration>
    {
        public override IncidentDuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, IncidentDuration value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Minutes);
    }
}
