using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Pager;

/// <summary>JSON of the pager's control messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PagerReadings))]
public sealed partial class PagerJson : JsonSerializerContext;
