using System.Text.RegularExpressions;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Causes;

/// <summary>Finds why a service got no token of its own at the provider's token endpoint: by the words of OAuth 2.0, which libraries hand on.</summary>
internal static partial class FailedTokenCall
{
    /// <summary>RFC 6749, section 5.2; the second is how Microsoft Entra ID numbers the same.</summary>
    [GeneratedRegex(@"\binvalid_client\b|\bAADSTS70002\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Refused { get; }

    /// <summary>The same section, of refresh tokens: codes and passwords are refused by the same word.</summary>
    [GeneratedRegex(
        @"\binvalid_grant\b.*\brefresh[ _-]?tokens?\b|\brefresh[ _-]?tokens?\b.*\binvalid_grant\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RefreshRefused { get; }

    [GeneratedRegex(
        @"\bAADSTS7000222\b|\bsecrets?\b[^""]{0,60}\bexpired\b|\bexpired\b[^""]{0,60}\bsecrets?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Expired { get; }

    /// <summary>
    /// Ways to prove who a client is, by the names that providers register (OpenID Connect Core 1.0, section 9; RFC 8705, section 2). What stands in
    /// front may be an escaped quote, as JSON spells it.
    /// </summary>
    [GeneratedRegex(
        @"client_secret_(?:basic|post|jwt)|private_key_jwt|tls_client_auth|\bauthentication method\b|\bclient[ _](?:assertion|certificate)\b|\b(?:assertion|certificate) of the client\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Method { get; }

    /// <summary>RFC 9449, section 5; a proof that is missing has no error of its own, and the words beside the general one name the header.</summary>
    [GeneratedRegex(
        @"\binvalid_dpop_proof\b|\buse_dpop_nonce\b|\binvalid_request\b.{0,200}DPoP\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unproved { get; }

    /// <summary>A member of a token answer (RFC 6749, section 5.1) that a typed reader did not take, as System.Text.Json says it.</summary>
    [GeneratedRegex(
        @"JsonException: .*Path: \$\.(?:access_token|token_type|expires_in|refresh_token|id_token)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unread { get; }

    /// <summary>A status: no port, no part of another number, no time.</summary>
    [GeneratedRegex(
        @"\btoken (?:endpoint|request)\b.*?(?<![:/.,\d])\b[45]\d\d\b(?![.,]\d| ?(?:ms|s|us|µs|bytes?|[kKM]i?B)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Failed { get; }

    /// <summary>Null when the line says nothing of it.</summary>
    public static SuspectedFacet? FacetOf(string line) => line switch
    {
        _ when Refused.IsMatch(line) => OfRefusal(line),
        _ when Unproved.IsMatch(line) => SuspectedFacet.Dpop,
        _ when RefreshRefused.IsMatch(line) => SuspectedFacet.Refresh,
        _ when Unread.IsMatch(line) => SuspectedFacet.TokenAnswer,
        _ when Failed.IsMatch(line) => SuspectedFacet.Token,
        _ => null,
    };

    private static SuspectedFacet OfRefusal(string line) =>
        !Expired.IsMatch(line) && Method.IsMatch(line) ? SuspectedFacet.ClientAuthentication : SuspectedFacet.ClientSecrets;
}
