using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>What the key set shows, against the keys that sign.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeySetMode>))]
public enum KeySetMode
{
    /// <summary>The key that signs, and those that are kept.</summary>
    Follows,

    /// <summary>What it showed when it was told so; a new key that signs is not among them.</summary>
    Stale,

    /// <summary>No key.</summary>
    Empty,
}
