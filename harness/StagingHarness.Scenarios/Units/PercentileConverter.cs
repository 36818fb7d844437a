using System.Text.Json;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>How <see cref="Percentile"/> stands in JSON.</summary>
public sealed class PercentileConverter : JsonConverter<Percentile>
{
    public override Percentile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Percentile value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
