using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Gateway;

/// <summary>JSON of the gateway's control messages; source-generated, so that the gateway starts without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RouteOrder))]
[JsonSerializable(typeof(GatewayStatus))]
[JsonSerializable(typeof(GatewayCertificate))]
public sealed partial class GatewayJson : JsonSerializerContext;
