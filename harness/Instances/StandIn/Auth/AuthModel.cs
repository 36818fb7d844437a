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
    private readonly Lock gate = new();
    private readonly AuthState initial;
    private readonly TimeProvider timeProvider;
    private readonly TokenGrants tokens;
    private readonly TokenFacts facts;
    private readonly SignInFlow signIn;
    private readonly CallBudget budget = new();
    private AuthState state;

    public AuthModel(AuthState initial, TimeProvider timeProvider)
    {
        this.initial = initial;
        this.timeProvider = timeProvider;
        var (mint, grants) = (new TokenMint(timeProvider), new Grants());
        (tokens, facts, signIn) = (new TokenGrants(mint, grants), new TokenFacts(mint, grants), new SignInFlow(mint, grants));
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
        var keys = new JsonArray([.. Snapshot().PublicKeys.Select(key => key.ToPublicJwk())]);
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

        return ClientCheck.TryPass(now, call, form, out var client, out var refusal) ? tokens.Answer(now, client, grant, form) : refusal;
    }

    /// <summary>The sign-in page, or why there is none.</summary>
    /// <param name="query">Without its question mark.</param>
    public AuthAnswer Authorize(string query) => signIn.ShowPage(Snapshot(), query);

    /// <summary>What was typed into the sign-in page.</summary>
    public AuthAnswer Login(string form) => signIn.TakeForm(Snapshot(), form);

    /// <param name="parameters">Query or body, form-encoded.</param>
    public AuthAnswer EndSession(string parameters) => signIn.SignOut(Snapshot(), parameters);

    public AuthAnswer TellUser(string? authorization) => facts.TellUser(Snapshot(), authorization);

    public AuthAnswer Introspect(TokenCall call) => AnswerClient(call, (now, _, form) => facts.Introspect(now, form));

    public AuthAnswer Revoke(TokenCall call) => AnswerClient(call, (_, client, form) => facts.Revoke(client, form));

    public AuthAnswer Push(TokenCall call) => AnswerClient(call, (now, client, form) => signIn.Push(now, client, call.Form, form));

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

    private AuthAnswer AnswerClient(TokenCall call, Func<AuthState, string, ImmutableDictionary<string, string>, AuthAnswer> answer)
    {
        var now = Snapshot();
        if (!FormFields.TryParse(call.Form, out var form))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "A field of the form stands there twice.");
        }

        return ClientCheck.TryPass(now, call, form, out var client, out var refusal) ? answer(now, client, form) : refusal;
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
