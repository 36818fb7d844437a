using System.Collections.Immutable;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Changes;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.Discovery;
using StagingHarness.StandIn.Auth.Granting;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.SignIn;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth;

/// <summary>
/// The provider's mind: what it publishes and which tokens it gives. Plain state behind a lock; it knows nothing of HTTP
/// servers, and each call works on one snapshot, so that a change in between never mixes two contracts in one answer.
/// </summary>
internal sealed class AuthModel
{
    private readonly Lock gate = new();
    private readonly AuthState initial;
    private readonly TimeProvider timeProvider;
    private readonly TokenGrants tokens;
    private readonly TokenFacts facts;
    private readonly SignInFlow signIn;
    private readonly ClientCheck clients;
    private readonly DeviceFlow devices;
    private readonly KeyProof proofs;
    private readonly CallBudget budget = new();
    private AuthState state;

    public AuthModel(AuthState initial, TimeProvider timeProvider)
    {
        this.initial = initial;
        this.timeProvider = timeProvider;
        var (mint, grants, codes) = (new TokenMint(timeProvider), new Grants(), new DeviceCodes());
        proofs = new KeyProof(mint);
        (tokens, facts, signIn) = (new TokenGrants(mint, grants, codes), new TokenFacts(mint, grants, proofs), new SignInFlow(mint, grants));
        (clients, devices) = (new ClientCheck(mint), new DeviceFlow(mint, codes));
        state = initial;
    }

    /// <summary>The endpoint whose path it is, or was before a rule moved it; null for none.</summary>
    public EndpointPlace? Find(string path) => EndpointPlace.Find(Snapshot(), path);

    public AuthAnswer Discover()
    {
        var now = Snapshot();
        return new AuthAnswer(200, MergePatch.Apply(Metadata.Of(now), now.Filled(now.Settings.Metadata)).ToJsonString());
    }

    public AuthAnswer ShowKeySet()
    {
        var now = Snapshot();

        // Those of others first: who takes the first key for the right one, or gives up at one that it cannot read, is found out.
        var keys = new JsonArray([.. (now.Settings.OtherKeys ?? []).Select(key => JsonNode.Parse(key)), .. now.PublicKeys.Select(key => key.ToPublicJwk())]);
        return new AuthAnswer(200, new JsonObject { ["keys"] = keys }.ToJsonString());
    }

    /// <summary>Order of the checks as in RFC 6749, section 5.2: is it a request, who asks, what for.</summary>
    public AuthAnswer AnswerTokenCall(TokenCall call)
    {
        var now = Snapshot();
        if (!FormFields.TryParse(call.Form, out var form) || !form.TryGetValue("grant_type", out var grant))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "The body is not a form with one 'grant_type' and no field twice.");
        }

        if (!clients.TryPass(now, StandInEndpoint.Token, call, form, out var client, out var refusal))
        {
            return refusal;
        }

        var (key, problem) = proofs.Look(now, call.Proved, accessToken: null);
        return problem is not null ? OAuthAnswer.Refuse(400, "invalid_dpop_proof", problem)
            : key is null && KeyProof.IsRequired(now) ? OAuthAnswer.Refuse(400, "invalid_request", "This provider gives no token without a proof of a key ('DPoP').")
            : tokens.Answer(now, client with { Key = key }, grant, form);
    }

    /// <summary>The sign-in page, or why there is none.</summary>
    /// <param name="query">Without its question mark.</param>
    public AuthAnswer Authorize(string query) => signIn.ShowPage(Snapshot(), query);

    /// <summary>What was typed into the sign-in page.</summary>
    public AuthAnswer Login(string form) => signIn.TakeForm(Snapshot(), form);

    /// <param name="parameters">Query or body, form-encoded.</param>
    public AuthAnswer EndSession(string parameters) => signIn.SignOut(Snapshot(), parameters);

    public AuthAnswer TellUser(string? authorization, ProvedCall call) => facts.TellUser(Snapshot(), authorization, call);

    public AuthAnswer Introspect(TokenCall call) => AnswerClient(StandInEndpoint.Introspection, call, (now, _, form) => facts.Introspect(now, form));

    public AuthAnswer Revoke(TokenCall call) => AnswerClient(StandInEndpoint.Revocation, call, (_, client, form) => facts.Revoke(client, form));

    /// <summary>A proof that comes along binds the code that comes of it (RFC 9449, section 10.1).</summary>
    public AuthAnswer Push(TokenCall call) => AnswerClient(StandInEndpoint.Par, call, (now, client, form) =>
    {
        var (key, problem) = proofs.Look(now, call.Proved, accessToken: null);
        return problem is not null ? OAuthAnswer.Refuse(400, "invalid_dpop_proof", problem)
            : key is null ? signIn.Push(now, client, call.Form, form)
            : form.GetValueOrDefault("dpop_jkt", key) != key ? OAuthAnswer.Refuse(400, "invalid_dpop_proof", "The proof is by another key than the one that 'dpop_jkt' names.")
            : signIn.Push(now, client, form.ContainsKey("dpop_jkt") ? call.Form : $"{call.Form}&dpop_jkt={key}", form);
    });

    public AuthAnswer BeginDevice(TokenCall call) =>
        AnswerClient(StandInEndpoint.DeviceAuthorization, call, (now, client, form) => devices.Begin(now, client, form));

    /// <summary>The page for users of devices.</summary>
    /// <param name="query">Without its question mark.</param>
    public AuthAnswer ShowDevicePage(string query) => DeviceFlow.ShowPage(Snapshot(), query);

    /// <summary>What was typed into it.</summary>
    public AuthAnswer ConnectDevice(string form) => devices.TakeForm(Snapshot(), form);

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
        AuthState changed;
        lock (gate)
        {
            changed = state = facets.Aggregate(state, (now, facet) => facet.Apply(now));
        }

        // Not within the lock: a key may still be in the making.
        return Facets.Describe(changed);
    }

    /// <summary>What the endpoint does otherwise now.</summary>
    public EndpointRule RuleOf(string endpoint) => Snapshot().RuleOf(endpoint);

    /// <summary>It is asked for these, too.</summary>
    public void Know(StandInMappings mappings)
    {
        lock (gate)
        {
            state = state with { Mappings = mappings };
        }
    }

    /// <summary>What a rule answers in the place of a mapping; null where the mapping answers.</summary>
    public AuthAnswer? Instead(string name, EndpointRule rule) =>
        rule.Limit is { } limit && !TryTake(name, limit) ? RuledAnswer.TooMany(limit)
        : rule.Status is { } status ? RuledAnswer.Instead(Snapshot(), rule, status)
        : null;

    /// <summary>With the URL of the provider in the place of its placeholder.</summary>
    public string Filled(string template) => Snapshot().Filled(template)!;

    /// <summary>How it differs from a plain provider now.</summary>
    public FacetSettings Settings => Snapshot().Settings;

    private AuthAnswer AnswerClient(string endpoint, TokenCall call, Func<AuthState, string, ImmutableDictionary<string, string>, AuthAnswer> answer)
    {
        var now = Snapshot();
        if (!FormFields.TryParse(call.Form, out var form))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "A field of the form stands there twice.");
        }

        return clients.TryPass(now, endpoint, call, form, out var client, out var refusal) ? answer(now, client.Client, form) : refusal;
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
