using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>Whether a sign-in needs a proof key (RFC 7636).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PkceMode>))]
public enum PkceMode
{
    /// <summary>Checked where a client sends one.</summary>
    Optional,

    /// <summary>A request without one is refused.</summary>
    Required,
}
