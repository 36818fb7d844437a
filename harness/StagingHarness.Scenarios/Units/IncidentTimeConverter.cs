using System.Text.Json;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>How <see cref="IncidentTime"/> stands in JSON.</summary>
public sealed class IncidentTimeConverter : JsonConverter<IncidentTime>
{
    public override IncidentTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IncidentTime.TryParse(reader.GetString() ?? "", out var time) ? time : throw new JsonException("An incident time reads 'HH:mm'.");

    public override void Write(Utf8JsonWriter writer, IncidentTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
