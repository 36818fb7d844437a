using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.Clients;

/// <summary>How clients prove who they are, by their names in discovery (OpenID Connect Core 1.0, section 9; RFC 8705, section 2).</summary>
internal static class ClientAuthentication
{
    public const string Basic = "client_secret_basic";

    public const string Post = "client_secret_post";

    public const string PrivateKey = "private_key_jwt";

    public const string IssuedCertificate = "tls_client_auth";

    public const string SelfSignedCertificate = "self_signed_tls_client_auth";

    public static IReadOnlyList<string> Methods { get; } = [Basic, Post, PrivateKey, IssuedCertificate, SelfSignedCertificate];

    /// <summary>What the provider takes now; a plain one takes assertions and certificates where it knows such of a client.</summary>
    public static IReadOnlyList<string> MethodsOf(AuthState now) => now.Settings.ClientAuthentication is { } methods
        ? methods
        :
        [
            Basic,
            Post,
            .. now.SignIn.ClientKeys.IsEmpty ? (string[])[] : [PrivateKey],
            .. now.SignIn.ClientCertificates.Values.Select(known => known.Kind).Distinct().Order().Select(Of),
        ];

    public static string Of(ClientCertificateKind kind) => kind switch
    {
        ClientCertificateKind.Issued => IssuedCertificate,
        ClientCertificateKind.SelfSigned => SelfSignedCertificate,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of certificate."),
    };
}
