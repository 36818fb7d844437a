using System.Text.Json;
using System.Text.Json.Serialization;

namespace StagingHarness.History.Journal.Kinds;

/// <summary>
/// Reads and writes values as the kind that they are, and finds out only about kinds that occur. The serializer's own way looks at every kind that is
/// declared, before it writes the first one.
/// </summary>
internal sealed class KindConverter<T>(KindNames kinds) : JsonConverter<T>
    where T : class
{
    /// <exception cref="JsonException">No kind is named, or none that this build knows.</exception>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = NameIn(reader) ?? throw new JsonException($"A '{typeof(T).Name}' names no '{kinds.Property}'.");
        var type = kinds.TypeOf(name) ?? throw new JsonException($"'{name}' is no '{kinds.Property}' of '{typeof(T).Name}'.");
        return (T?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(type));
    }

    /// <exception cref="NotSupportedException">The value is of a kind that its base type does not declare.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (kinds.NameOf(value.GetType()) is null)
        {
            throw new NotSupportedException($"'{typeof(T).Name}' does not declare '{value.GetType().Name}' as one of its kinds.");
        }

        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
    }

    /// <summary>Looks ahead: the reader is a copy.</summary>
    private string? NameIn(Utf8JsonReader ahead)
    {
        if (ahead.TokenType is not JsonTokenType.StartObject)
        {
            return null;
        }

        while (ahead.Read() && ahead.TokenType is JsonTokenType.PropertyName)
        {
            var isName = ahead.ValueTextEquals(kinds.Property);
            ahead.Read();
            if (isName)
            {
                return ahead.TokenType is JsonTokenType.String ? ahead.GetString() : null;
            }

            ahead.Skip();
        }

        return null;
    }
}
