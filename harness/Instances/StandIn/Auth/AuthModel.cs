using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth;

/// <summary>
/// The provider's mind: what it publishes and which tokens it gives. Plain state behind a lock; it knows nothing of HTTP
/// servers, and each call works on one snapshot, so that a change in between never mixes two contracts in one answer.
/// </summary>
internal sealed class AuthModel(AuthState initial, TimeProvider timeProvider)
{
    public const string DiscoveryPath = "/.well-known/openid-configuration";
    public const string KeySetPath = "/jwks";

    private const string ClientCredentialsGrant = "client_credentials";

    // RFC 6749, section 5.1: tokens are not kept by anything on the way.
    private static readonly ImmutableSortedDictionary<string, string> NotStored =
        ImmutableSortedDictionary<string, string>.Empty.Add("Cache-Control", "no-store").Add("Pragma", "no-cache");

    private readonly Lock gate = new();
    private readonly JsonWebTokenHandler tokens = new();
    private AuthState state = initial;
    private long issued;

    public AuthAnswer Discover()
    {
        var now = Snapshot();
        return new AuthAnswer(200, new JsonObject
        {
            ["issuer"] = now.Issuer,
            ["token_endpoint"] = now.Issuer + StandInProgram.TokenPath,
            ["jwks_uri"] = now.Issuer + KeySetPath,
            ["grant_types_supported"] = new JsonArray(ClientCredentialsGrant),
            ["response_types_supported"] = new JsonArray("token"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post"),
        }.ToJsonString());
    }

    public AuthAnswer ShowKeySet()
    {
        var keys = new JsonArray([.. Snapshot().Published.Select(key => key.ToPublicJwk())]);
        return new AuthAnswer(200, new JsonObject { ["keys"] = keys }.ToJsonString());
    }

    /// <summary>Order of the checks as in RFC 6749, section 5.2: is it a request, who asks, what for.</summary>
    public AuthAnswer AnswerTokenCall(TokenCall call)
    {
        var now = Snapshot();
        if (!FormFields.TryParse(call.Form, out var form) || !form.TryGetValue("grant_type", out var grant))
        {
            return Refuse(400, "invalid_request", "The body is not a form with one 'grant_type' and no field twice.");
        }

        if (ClientCredentials.UsesBasic(call) && form.ContainsKey("client_secret"))
        {
            return Refuse(400, "invalid_request", "The client authenticates in two ways; use one.");
        }

        if (!ClientCredentials.TryRead(call, form, out var client) || !client.AreThoseOf(now.Clients))
        {
            var answer = Refuse(401, "invalid_client", "The client is unknown, or its secret is wrong.");
            return call.Authorization is null
                ? answer
                : answer with { Headers = answer.Headers.Add("WWW-Authenticate", "Basic realm=\"token\"") };
        }

        return grant == ClientCredentialsGrant
            ? Issue(now, client.Id)
            : Refuse(400, "unsupported_grant_type", $"This provider supports '{ClientCredentialsGrant}' only.");
    }

    /// <summary>Takes all changes at once, so that no answer falls between two of them; with none it only tells.</summary>
    public FacetState Change(IEnumerable<IFacet> facets)
    {
        lock (gate)
        {
            state = facets.Aggregate(state, (changed, facet) => facet.Apply(changed));
            return Facets.Describe(state);
        }
    }

    private static AuthAnswer Refuse(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description }.ToJsonString()) { Headers = NotStored };

    private AuthAnswer Issue(AuthState now, string clientId)
    {
        var at = timeProvider.GetUtcNow().UtcDateTime + now.ClockOffset;
        var token = tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = now.Issuer,
            Audience = now.Audience,
            IssuedAt = at,
            NotBefore = at,
            Expires = at + now.TokenLifetime,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = clientId,
                ["client_id"] = clientId,
                ["jti"] = CountIssued(now),
            },
            SigningCredentials = now.Signing.Credentials,
        });
        return new AuthAnswer(200, new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)now.TokenLifetime.TotalSeconds,
        }.ToJsonString())
        { Headers = NotStored };
    }

    /// <summary>Unique within and between runs: the key is made anew for each run.</summary>
    private string CountIssued(AuthState now)
    {
        lock (gate)
        {
            issued++;
            return string.Create(CultureInfo.InvariantCulture, $"{now.Signing.KeyId[..8]}-{issued}");
        }
    }

    private AuthState Snapshot()
    {
        lock (gate)
        {
            return state;
        }
    }
}
