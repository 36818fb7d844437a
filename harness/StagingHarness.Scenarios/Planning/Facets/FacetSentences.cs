using System.Globalization;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Scenarios.Planning.Facets;

/// <summary>What facets do, in a few words each.</summary>
internal static class FacetSentences
{
    public static IEnumerable<string> Of(FacetSettings settings) =>
    [
        .. One(settings.Issuer, issuer => $"it calls itself '{issuer}'"),
        .. One(settings.TokenIssuer, issuer => $"its tokens are issued by '{issuer}'"),
        .. One(settings.Audience, audience => $"its tokens are for '{audience}'"),
        .. One(settings.TokenType, type => $"its tokens are of type '{type}'"),
        .. One(settings.Algorithm, algorithm => $"it signs with a new key, {algorithm}"),
        .. One(settings.KeySet?.ToString(), _ => KeySet(settings.KeySet!.Value)),
        .. One(settings.OtherKeys?.Length.ToString(CultureInfo.InvariantCulture), count => $"its key set shows {count} other {(count == "1" ? "key" : "keys")}"),
        .. One(settings.Claims, claims => $"its tokens claim {claims}"),
        .. settings.ClaimLists?.Select(list => Format($"its tokens list {list.Value} {list.Key}")) ?? [],
        .. One(settings.Metadata, metadata => $"discovery says {metadata}"),
        .. One(settings.TokenAnswer, answer => $"the token endpoint answers {answer}"),
        .. One(settings.ClientAuthentication is { } ways ? string.Join(", ", ways) : null, ways => $"clients prove themselves by {ways} alone"),
        .. One(settings.ClientSecrets?.ToString(), _ => Secrets(settings.ClientSecrets!.Value)),
        .. One(settings.Mappings, contract => $"it answers by the mappings of contract '{contract}'"),
        .. One(settings.Certificate?.ToString(), _ => Certificate(settings.Certificate!.Value)),
        .. One(settings.TlsMinimum?.ToString(), _ => $"new connections speak {(settings.TlsMinimum == TlsVersion.Tls13 ? "TLS 1.3 alone" : "TLS 1.2 or newer")}"),
        .. One(settings.HttpMinimum?.ToString(), _ => $"new connections speak {(settings.HttpMinimum == ClientHttp.Http2 ? "HTTP/2 alone" : "HTTP/1.1 or HTTP/2")}"),
        .. One(settings.PushedAuthorization?.ToString(), _ => Pushed(settings.PushedAuthorization!.Value)),
        .. One(settings.Pkce?.ToString(), _ => Pkce(settings.Pkce!.Value)),
        .. One(settings.Dpop?.ToString(), _ => Dpop(settings.Dpop!.Value)),
        .. One(settings.RefreshRotation?.ToString(), _ => settings.RefreshRotation!.Value
            ? "each use of a refresh token gives another one"
            : "a refresh token can be used again and again"),
        .. One(settings.RefreshGraceMilliseconds?.ToString(CultureInfo.InvariantCulture), _ => Format(
            $"an old refresh token is taken for another {settings.RefreshGraceMilliseconds!.Value / 1000.0:0.###} s")),
        .. settings.Endpoints?.Select(endpoint => $"{endpoint.Key} {Rule(endpoint.Value)}") ?? [],
    ];

    private static IEnumerable<string> One(string? value, Func<string, string> sentence) => value is null ? [] : [sentence(value)];

    private static string KeySet(KeySetMode mode) => mode switch
    {
        KeySetMode.Follows => "its key set shows the key that signs",
        KeySetMode.Stale => "its key set stays as it is, whatever signs",
        KeySetMode.Empty => "its key set is empty",
    };

    private static string Secrets(ClientSecretMode mode) => mode switch
    {
        ClientSecretMode.Current => "it takes today's secrets of clients alone",
        ClientSecretMode.Both => "it takes today's secrets of clients and those that follow",
        ClientSecretMode.Next => "secrets of clients have expired, and it takes those that follow",
    };

    private static string Certificate(ServedCertificate certificate) => "new connections are shown " + certificate switch
    {
        ServedCertificate.Valid => "a valid certificate",
        ServedCertificate.Renewed => "a renewed certificate",
        ServedCertificate.Expired => "a certificate that has expired",
        ServedCertificate.OtherCa => "a certificate of the next CA",
        ServedCertificate.MissingIntermediate => "a certificate without its intermediate",
        ServedCertificate.WrongName => "a certificate for another name",
    };

    private static string Pushed(PushedAuthorization mode) => mode switch
    {
        PushedAuthorization.None => "it takes no pushed requests",
        PushedAuthorization.Advertised => "discovery says that it takes pushed requests",
        PushedAuthorization.Required => "nobody signs in without a pushed request",
    };

    private static string Pkce(PkceMode mode) => mode switch
    {
        PkceMode.Optional => "a sign-in needs no proof key",
        PkceMode.Required => "nobody signs in without a proof key",
    };

    private static string Dpop(DpopMode mode) => mode switch
    {
        DpopMode.None => "it binds no tokens to keys",
        DpopMode.Optional => "it binds tokens to keys that clients prove to hold (DPoP)",
        DpopMode.Required => "it gives and takes no token without a proof of its key (DPoP)",
    };

    private static string Rule(EndpointRule rule)
    {
        string[] parts =
        [
            .. rule.MovedTo is { } path ? [$"moves to {path}{(rule.Status is { } old ? $", its old path answers {old}" : "")}"] : Array.Empty<string>(),
            .. rule is { Status: { } status, MovedTo: null } ? [$"answers {status}"] : Array.Empty<string>(),
            .. rule.Body is not null ? ["answers another body"] : Array.Empty<string>(),
            .. rule.Headers is { } headers ? [$"sets {string.Join(" and ", headers.Keys)}"] : Array.Empty<string>(),
            .. rule.DelayMilliseconds is { } delay ? [Format($"waits {delay / 1000.0:0.###} s")] : Array.Empty<string>(),
            .. rule.Reset == true ? ["resets connections"] : Array.Empty<string>(),
            .. rule.Limit is { } limit ? [Format($"answers {limit.Calls} calls per {limit.WindowMilliseconds / 1000.0:0.###} s")] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "is plain again" : string.Join(", ", parts);
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
