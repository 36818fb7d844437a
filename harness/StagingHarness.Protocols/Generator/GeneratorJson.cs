using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StagingHarness.Protocols.Generator;

/// <summary>JSON inside frames; source-generated, so that a natively compiled generator can carry it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(GeneratorOrder))]
[JsonSerializable(typeof(GeneratorHeaders))]
[JsonSerializable(typeof(GeneratorBegin))]
[JsonSerializable(typeof(GeneratorWarm))]
[JsonSerializable(typeof(StampDefinition))]
[JsonSerializable(typeof(GeneratorTotals))]
public sealed partial class GeneratorJson : JsonSerializerContext
{
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <exception cref="FrameException">The frame holds something else.</exception>
    public static T Read<T>(Frame frame, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(frame.Payload.Span, type)
                ?? throw new FrameException($"Frame '{frame.Type}' holds null.");
        }
        catch (JsonException exception)
        {
            throw new FrameException($"Frame '{frame.Type}' cannot be read: {exception.Message}", exception);
        }
    }
}
