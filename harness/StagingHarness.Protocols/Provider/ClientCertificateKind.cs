using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Provider;

/// <summary>How a client comes by the certificate that it shows the provider (RFC 8705, section 2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClientCertificateKind>))]
public enum ClientCertificateKind
{
    /// <summary>A CA that the provider trusts has issued it, and the provider knows the client by its subject (<c>tls_client_auth</c>).</summary>
    Issued,

    /// <summary>The client has made it, and the provider knows that very one (<c>self_signed_tls_client_auth</c>).</summary>
    SelfSigned,
}
