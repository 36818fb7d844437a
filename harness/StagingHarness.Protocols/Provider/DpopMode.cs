using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>Whether tokens are bound to a key that its holder proves with each call (RFC 9449).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DpopMode>))]
public enum DpopMode
{
    /// <summary>Discovery says nothing of it, and proofs are not looked at.</summary>
    None,

    /// <summary>Tokens are bound where a client sends a proof.</summary>
    Optional,

    /// <summary>A call without a proof is refused.</summary>
    Required,
}
