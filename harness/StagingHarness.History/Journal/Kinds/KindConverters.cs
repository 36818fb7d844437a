using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StagingHarness.History.Journal.Kinds;

/// <summary>Takes the serializer's own way with kinds out of its hands, and leaves how a value is written as it was.</summary>
internal sealed class KindConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => KindNames.Of(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(KindConverter<>).MakeGenericType(typeToConvert), KindNames.Of(typeToConvert))!;

    /// <summary>Has every object that is a kind of something say so, first of all.</summary>
    public static void Name(JsonTypeInfo found)
    {
        found.PolymorphismOptions = KindNames.Of(found.Type) is null ? found.PolymorphismOptions : null;
        if (found.Kind is JsonTypeInfoKind.Object && KindNames.OfKind(found.Type) is (var property, var name))
        {
            var kind = found.CreateJsonPropertyInfo(typeof(string), property);
            kind.Get = _ => name;
            kind.Order = int.MinValue;
            found.Properties.Add(kind);
        }
    }
}
