using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>What the stand-in does with pushed authorization requests (RFC 9126).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PushedAuthorization>))]
public enum PushedAuthorization
{
    /// <summary>There is no such endpoint.</summary>
    None,

    /// <summary>Discovery names the endpoint; a client may use it.</summary>
    Advertised,

    /// <summary>Nobody signs in without it.</summary>
    Required,
}
