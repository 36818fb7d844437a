using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StagingHarness.History.Journal.Kinds;

namespace StagingHarness.History.Journal;

/// <summary>The one way in which events are written: one JSON object per line, UTF-8, camel case.</summary>
public static class JournalFormat
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int Version = 2;

    /// <summary>By what the build has found out: a run begins with it.</summary>
    internal static JsonSerializerOptions Writing { get; } = With(JournalJson.Default);

    /// <summary>By reflection: what an older harness did not write keeps the value that it has without, which generated code would forget.</summary>
    internal static JsonSerializerOptions Reading { get; } = With(new DefaultJsonTypeInfoResolver());

    private static JsonSerializerOptions With(IJsonTypeInfoResolver resolver) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = resolver.WithAddedModifier(KindConverters.Name),
        Converters = { new KindConverters() },
    };
}
