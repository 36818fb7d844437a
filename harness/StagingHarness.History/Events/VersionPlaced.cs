using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.History.Events;

/// <summary>Receipt: a version lies on a server, ready to be started; what serves has not changed.</summary>
public sealed record VersionPlaced : JournalEvent
{
    public required string Instance { get; init; }

    public required ServerVersion Version { get; init; }

    /// <summary>Artifact id to digest of what was placed.</summary>
    public required ImmutableSortedDictionary<string, string> Digests { get; init; }

    /// <summary>
    /// Digest of what the server is to be configured with: environment as in the plan, without secrets, and content of files. Null for a
    /// service without configurations.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Settings { get; init; }
}
