using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents.Facets;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Planning.Facets;

/// <summary>Makes of facets as written what the stand-in is told.</summary>
internal static class FacetPlanner
{
    public static FacetSettings Plan(FacetsDocument facets) => new()
    {
        Issuer = facets.Issuer?.Value,
        TokenIssuer = facets.TokenIssuer?.Value,
        Audience = facets.Audience?.Value,
        TokenType = facets.TokenType?.Value,
        Algorithm = facets.SignWith?.Value.ToString().ToUpperInvariant(),
        KeySet = facets.KeySet?.Value,
        OtherKeys = facets.OtherKeys is { } keys ? [.. keys.Value.Select(key => key.Value)] : null,
        Claims = facets.Claims?.Value,
        ClaimLists = facets.ClaimLists?.Value.ToImmutableSortedDictionary(list => list.Name.Value, list => list.Value.Given(), StringComparer.Ordinal),
        Metadata = facets.Metadata?.Value,
        TokenAnswer = facets.TokenAnswer?.Value,
        Certificate = facets.Certificate?.Value,
        TlsMinimum = facets.Tls?.Value.Minimum.Given(),
        HttpMinimum = facets.Http?.Value.Minimum.Given(),
        ClientAuthentication = facets.ClientAuthentication is { } ways ? [.. ways.Value.Select(way => NameOf(way.Value))] : null,
        ClientSecrets = facets.ClientSecrets?.Value,
        PushedAuthorization = facets.PushedAuthorization?.Value,
        Pkce = facets.ProofKey?.Value,
        Dpop = facets.Dpop?.Value,
        RefreshRotation = facets.Refresh?.Value.Rotation?.Value,
        RefreshGraceMilliseconds = (long?)facets.Refresh?.Value.ReuseGrace?.Value.TotalMilliseconds,
        Endpoints = facets.Endpoints?.Value.ToImmutableSortedDictionary(
            endpoint => endpoint.Name.Value, endpoint => Rule(endpoint.Value.Given()), StringComparer.Ordinal),
    };

    /// <summary>One over the other; an endpoint's rule takes the place of the other's whole.</summary>
    public static FacetSettings Lay(FacetSettings under, FacetSettings over) => new()
    {
        Issuer = over.Issuer ?? under.Issuer,
        TokenIssuer = over.TokenIssuer ?? under.TokenIssuer,
        Audience = over.Audience ?? under.Audience,
        TokenType = over.TokenType ?? under.TokenType,
        Algorithm = over.Algorithm ?? under.Algorithm,
        KeySet = over.KeySet ?? under.KeySet,
        OtherKeys = over.OtherKeys ?? under.OtherKeys,
        Claims = over.Claims ?? under.Claims,
        ClaimLists = over.ClaimLists ?? under.ClaimLists,
        Metadata = over.Metadata ?? under.Metadata,
        TokenAnswer = over.TokenAnswer ?? under.TokenAnswer,
        Mappings = over.Mappings ?? under.Mappings,
        Certificate = over.Certificate ?? under.Certificate,
        TlsMinimum = over.TlsMinimum ?? under.TlsMinimum,
        HttpMinimum = over.HttpMinimum ?? under.HttpMinimum,
        ClientAuthentication = over.ClientAuthentication ?? under.ClientAuthentication,
        ClientSecrets = over.ClientSecrets ?? under.ClientSecrets,
        PushedAuthorization = over.PushedAuthorization ?? under.PushedAuthorization,
        Pkce = over.Pkce ?? under.Pkce,
        Dpop = over.Dpop ?? under.Dpop,
        RefreshRotation = over.RefreshRotation ?? under.RefreshRotation,
        RefreshGraceMilliseconds = over.RefreshGraceMilliseconds ?? under.RefreshGraceMilliseconds,
        Endpoints = under.Endpoints is null || over.Endpoints is null ? over.Endpoints ?? under.Endpoints : under.Endpoints.SetItems(over.Endpoints),
    };

    private static string NameOf(ClientProof way) => KebabCase.Of(way.ToString()).Replace('-', '_');

    private static EndpointRule Rule(EndpointRuleDocument rule) => new()
    {
        Status = rule.Status?.Value,
        Body = rule.Body?.Value,
        ContentType = rule.ContentType?.Value,
        Headers = rule.Headers?.Value.ToImmutableSortedDictionary(
            header => header.Name.Value, header => header.Value.Given(), StringComparer.OrdinalIgnoreCase),
        MovedTo = rule.MovedTo?.Value,
        DelayMilliseconds = (long?)rule.Delay?.Value.TotalMilliseconds,
        Reset = rule.Reset?.Value,
        Limit = rule.Limit?.Value is { } limit
            ? new CallLimit
            {
                Calls = limit.Calls.Given(),
                WindowMilliseconds = (long)limit.Per.Given().TotalMilliseconds,
                RetryAfterSeconds = (long)Math.Ceiling((limit.RetryAfter?.Value ?? limit.Per.Given()).TotalSeconds),
            }
            : null,
    };
}
