using System.Text.Json;
using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Units;

/// <summary>How <see cref="Share"/> stands in JSON.</summary>
public sealed class ShareConverter : JsonConverter<Share>
{
    public override Share Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Share value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
