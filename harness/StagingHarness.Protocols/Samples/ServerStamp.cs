using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Samples;

/// <summary>What the gateway stamps on an answer: which server gave it, and the version that it attested.</summary>
/// <param name="Instance">Name of the server.</param>
/// <param name="Release">Its release.</param>
/// <param name="Platform">Its platform.</param>
/// <param name="Configuration">Its configuration; null for a service that has none.</param>
public sealed record ServerStamp(
    string Instance,
    string Release,
    string Platform,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Configuration = null);
