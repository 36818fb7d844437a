using System.Text.Json.Serialization;

namespace StagingHarness.Execution.Provider;

/// <summary>JSON of the token endpoint.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TokenResponse))]
internal sealed partial class TokenJson : JsonSerializerContext;
