using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Link;

/// <summary>JSON of the link's control messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LinkOrder))]
[JsonSerializable(typeof(LinkAnswer))]
public sealed partial class LinkJson : JsonSerializerContext;
