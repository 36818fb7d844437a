using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth;

/// <summary>
/// The provider's mind: what it publishes and which tokens it gives. Plain state behind a lock; it knows nothing of HTTP
/// servers, and each call works on one snapshot, so that a change in between never mixes two contracts in one answer.
/// </summary>
internal sealed class AuthModel
{
    private const string ClientCredentialsGrant = "client_credentials";

    // RFC 6749, section 5.1: tokens are not kept by anything on the way.
    private static readonly ImmutableSortedDictionary<string, string> NotStored =
        ImmutableSortedDictionary<string, string>.Empty.Add("Cache-Control", "no-store").Add("Pragma", "no-cache");

    private readonly Lock gate = new();
    private readonly AuthState initial;
    private readonly TimeProvider timeProvider;
    private readonly TokenMint mint;
    private readonly CallBudget budget = new();
    private AuthState state;

    public AuthModel(AuthState initial, TimeProvider timeProvider)
    {
        this.initial = initial;
        this.timeProvider = timeProvider;
        mint = new TokenMint(timeProvider);
        state = initial;
    }

    /// <summary>The endpoint whose path it is, or was before a rule moved it; null for none.</summary>
    public EndpointPlace? Find(string path) => EndpointPlace.Find(Snapshot(), path);

    public AuthAnswer Discover()
    {
        var now = Snapshot();
        var metadata = new JsonObject
        {
            ["issuer"] = now.ToldIssuer,
            ["token_endpoint"] = EndpointPlace.AddressOf(now, StandInEndpoint.Token),
            ["jwks_uri"] = EndpointPlace.AddressOf(now, StandInEndpoint.KeySet),
            ["grant_types_supported"] = new JsonArray(ClientCredentialsGrant),
            ["response_types_supported"] = new JsonArray("token"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray(now.Signing.Algorithm),
            ["token_endpoint_auth_methods_supported"] = new JsonArray(
                [.. (now.Settings.ClientAuthentication ?? [.. ClientAuthentication.Usual]).Select(method => (JsonNode)method)]),
        };
        return new AuthAnswer(200, MergePatch.Apply(metadata, now.Filled(now.Settings.Metadata)).ToJsonString());
    }

    public AuthAnswer ShowKeySet()
    {
        var keys = new JsonArray([.. Snapshot().PublicKeys.Select(key => key.ToPublicJwk())]);
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

        if (!ClientCredentials.TryRead(call, form, out var client) || !client.AreThoseOf(now.Clients) || !IsTaken(now, call))
        {
            var answer = Refuse(401, "invalid_client", "The client is unknown, its secret is wrong, or this provider takes no such proof.");
            return call.Authorization is null
                ? answer
                : answer with { Headers = answer.Headers.Add("WWW-Authenticate", "Basic realm=\"token\"") };
        }

        return grant == ClientCredentialsGrant
            ? Issue(now, client.Id)
            : Refuse(400, "unsupported_grant_type", $"This provider supports '{ClientCredentialsGrant}' only.");
    }

    /// <summary>What the endpoint's rule makes of an answer, and of a call that came to its old path.</summary>
    public AuthAnswer Rule(EndpointPlace place, Func<AuthAnswer> usual)
    {
        var now = Snapshot();
        var rule = now.RuleOf(place.Endpoint);
        if (rule.Limit is { } limit && !TryTake(place.Endpoint, limit))
        {
            return RuledAnswer.TooMany(limit);
        }

        return place.IsOld ? RuledAnswer.Moved(now, place.Endpoint, rule)
            : rule.Status is null || rule.MovedTo is not null ? RuledAnswer.Of(now, rule, usual())
            : RuledAnswer.Instead(now, rule, rule.Status.Value);
    }

    /// <summary>Takes all changes at once, so that no answer falls between two of them; with none it only tells.</summary>
    /// <exception cref="FacetException">The order is wrong; nothing has changed.</exception>
    public FacetState Change(FacetOrder order)
    {
        var facets = Facets.Of(order, initial, Snapshot());
        lock (gate)
        {
            state = facets.Aggregate(state, (changed, facet) => facet.Apply(changed));
            return Facets.Describe(state);
        }
    }

    /// <summary>What the endpoint does otherwise now.</summary>
    public EndpointRule RuleOf(string endpoint) => Snapshot().RuleOf(endpoint);

    /// <summary>How it differs from a plain provider now.</summary>
    public FacetSettings Settings => Snapshot().Settings;

    private static bool IsTaken(AuthState now, TokenCall call) => now.Settings.ClientAuthentication is not { } methods
        || methods.Contains(ClientCredentials.UsesBasic(call) ? ClientAuthentication.Basic : ClientAuthentication.Post);

    private static AuthAnswer Refuse(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description }.ToJsonString()) { Headers = NotStored };

    private AuthAnswer Issue(AuthState now, string clientId)
    {
        var body = new JsonObject
        {
            ["access_token"] = mint.MintAccessToken(now, clientId),
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)now.TokenLifetime.TotalSeconds,
        };
        return new AuthAnswer(200, MergePatch.Apply(body, now.Settings.TokenAnswer).ToJsonString()) { Headers = NotStored };
    }

    private bool TryTake(string endpoint, CallLimit limit)
    {
        lock (gate)
        {
            return budget.TryTake(endpoint, limit, timeProvider.GetUtcNow());
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
