using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Protocols.Provider;

/// <summary>
/// How the stand-in differs from a plain provider. What is null is plain; in an order, what is null stays as it is. Texts may hold
/// <c>{issuer}</c>, the URL that the stand-in was started with.
/// </summary>
public sealed record FacetSettings
{
    /// <summary>What discovery and tokens say who issues.</summary>
    public string? Issuer { get; init; }

    /// <summary>What tokens alone say, against discovery.</summary>
    public string? TokenIssuer { get; init; }

    public string? Audience { get; init; }

    /// <summary>Header <c>typ</c> of access tokens.</summary>
    public string? TokenType { get; init; }

    /// <summary>Name as in JWA (RFC 7518), such as <c>ES256</c>; a new key of that kind signs.</summary>
    public string? Algorithm { get; init; }

    public KeySetMode? KeySet { get; init; }

    /// <summary>JSON objects that the key set shows beside the keys of its own, as they are.</summary>
    public ImmutableArray<string>? OtherKeys { get; init; }

    /// <summary>JSON object laid over the claims of access tokens as a merge patch (RFC 7396): null takes away.</summary>
    public string? Claims { get; init; }

    /// <summary>Claim of access tokens to how many UUIDs its list holds; <see cref="Claims"/> is laid over it.</summary>
    public ImmutableSortedDictionary<string, int>? ClaimLists { get; init; }

    /// <summary>JSON object laid over the discovery document, likewise.</summary>
    public string? Metadata { get; init; }

    /// <summary>JSON object laid over what the token endpoint answers to a client that gets a token, likewise.</summary>
    public string? TokenAnswer { get; init; }

    /// <summary>How clients may prove who they are: <c>client_secret_basic</c>, <c>client_secret_post</c>, <c>private_key_jwt</c>, <c>tls_client_auth</c>, <c>self_signed_tls_client_auth</c>.</summary>
    public ImmutableArray<string>? ClientAuthentication { get; init; }

    /// <summary>Which of a client's secrets is taken.</summary>
    public ClientSecretMode? ClientSecrets { get; init; }

    public PushedAuthorization? PushedAuthorization { get; init; }

    public PkceMode? Pkce { get; init; }

    /// <summary>A plain provider binds tokens where a client sends a proof.</summary>
    public DpopMode? Dpop { get; init; }

    /// <summary>Whether each use of a refresh token gives another one, and a second use ends the sign-in; a plain provider does so.</summary>
    public bool? RefreshRotation { get; init; }

    /// <summary>How long after its use an old refresh token is still taken.</summary>
    public long? RefreshGraceMilliseconds { get; init; }

    /// <summary>Endpoint to what it does otherwise; a rule takes the place of an earlier one whole.</summary>
    public ImmutableSortedDictionary<string, EndpointRule>? Endpoints { get; init; }

    /// <summary>The contract whose mappings are answered by; null is the plain set.</summary>
    public string? Mappings { get; init; }

    /// <summary>What new connections are shown; of a provider with TLS.</summary>
    public ServedCertificate? Certificate { get; init; }

    /// <summary>The oldest version of TLS that new connections may speak; of a provider with TLS.</summary>
    public TlsVersion? TlsMinimum { get; init; }

    /// <summary>The oldest version of HTTP that new connections may speak; of a provider with TLS, where the handshake agrees on it.</summary>
    public ClientHttp? HttpMinimum { get; init; }
}
