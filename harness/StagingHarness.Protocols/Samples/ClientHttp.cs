using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Samples;

/// <summary>The version of HTTP that clients speak with the gateway, and no other one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClientHttp>))]
public enum ClientHttp
{
    /// <summary>One request at a time on a connection.</summary>
    Http11 = 0,

    /// <summary>Many at a time on each: agreed upon in the handshake with TLS, known beforehand without.</summary>
    Http2 = 1,
}
