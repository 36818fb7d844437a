using System.Text.Encodings.Web;
using System.Text.Json;

namespace StagingHarness.Scenarios.Plans;

/// <summary>The one way in which plans are written as JSON: camel case, nulls kept, stable order.</summary>
public static class PlanJson
{
    /// <summary>Version that this build writes and reads.</summary>
    public const int FormatVersion = 2;

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };
}
