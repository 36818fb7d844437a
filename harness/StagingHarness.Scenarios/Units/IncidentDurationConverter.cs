using System.Text.Json;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>How <see cref="IncidentDuration"/> stands in JSON.</summary>
public sealed class IncidentDurationConverter : JsonConverter<IncidentDuration>
{
    public override IncidentDuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, IncidentDuration value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Minutes);
}
