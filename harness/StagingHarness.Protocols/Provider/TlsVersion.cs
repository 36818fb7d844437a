using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>A version of TLS that is in use.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TlsVersion>))]
public enum TlsVersion
{
    Tls12,

    Tls13,
}
