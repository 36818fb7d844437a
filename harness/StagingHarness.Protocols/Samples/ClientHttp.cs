using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Samples;

/// <summary>A version of HTTP that clients speak: with the gateway that one and no other, with the provider the oldest that it takes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClientHttp>))]
public enum ClientHttp
{
    /// <summary>One request at a time on a connection.</summary>
    Http11 = 0,

    /// <summary>Many at a time on each: agreed upon in the handshake with TLS, known beforehand without.</summary>
    Http2 = 1,
}
