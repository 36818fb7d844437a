using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Supervisor;

/// <summary>Writes and reads what harness and supervisor say, without reflection, so that the supervisor is up quickly.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SupervisorCommand))]
[JsonSerializable(typeof(SupervisorAnswer))]
public sealed partial class SupervisorJson : JsonSerializerContext;
