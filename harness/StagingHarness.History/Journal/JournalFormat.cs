using System.Text.Encodings.Web;
using System.Text.Json;

namespace StagingHarness.History.Journal;

/// <summary>The one way in which events are written: one JSON object per line, UTF-8, camel case.</summary>
public static class JournalFormat
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int Version = 2;

    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
