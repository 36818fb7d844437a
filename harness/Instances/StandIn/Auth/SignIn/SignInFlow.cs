using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Granting;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.SignIn;

/// <summary>
/// Where people come to: the sign-in page, what is typed there, and the way out. The page carries the client's request with it, so that a
/// page that was opened before a change is judged by what holds when it is sent.
/// </summary>
internal sealed class SignInFlow(TokenMint mint, Grants grants)
{
    public AuthAnswer ShowPage(AuthState now, string query) =>
        TryRead(now, query, out _, out var refusal) ? Page(now, query, "", problem: null) : refusal;

    public AuthAnswer TakeForm(AuthState now, string body)
    {
        if (!FormFields.TryParse(body, out var form) || !form.TryGetValue("ticket", out var ticket))
        {
            return OAuthAnswer.Page(400, ProviderPage.Refused("This is no form of the sign-in page."));
        }

        if (!TryRead(now, ticket, out var request, out var refusal))
        {
            return refusal;
        }

        var name = form.GetValueOrDefault("username") ?? "";
        if (!UserCheck.Passes(now, name, form.GetValueOrDefault("password") ?? ""))
        {
            return Page(now, ticket, name, UserCheck.WrongPassword) with { Status = 401 };
        }

        if (FormFields.TryParse(ticket, out var asked) && asked.TryGetValue("request_uri", out var uri))
        {
            grants.ForgetPushed(uri);
        }

        var session = new Session
        {
            Id = Grants.NewSecret(),
            User = name,
            Client = request.Client,
            Scope = request.Scope,
            Nonce = request.Nonce,
            SignedInAt = mint.TimeOf(now),
        };
        return BrowserAnswer.Back(now, request, ("code", grants.AddCode(session, request, session.SignedInAt)));
    }

    /// <summary>RFC 9126: the client brings its request itself, and the browser only its name.</summary>
    public AuthAnswer Push(AuthState now, string client, string body, ImmutableDictionary<string, string> form)
    {
        if (form.ContainsKey("request_uri") || (form.TryGetValue("client_id", out var named) && named != client))
        {
            return OAuthAnswer.Refuse(400, "invalid_request", "The request names another request, or another client than the one that sends it.");
        }

        if (!AuthorizeRules.TryRead(now, form.SetItem("client_id", client), isPushed: true, out _, out _))
        {
            var (error, description) = AuthorizeRules.ProblemOf(now, form, isPushed: true)
                ?? ("invalid_request", "The redirect URI of this request is none of the client's.");
            return OAuthAnswer.Refuse(400, error, description);
        }

        return OAuthAnswer.Of(
            new JsonObject
            {
                ["request_uri"] = grants.Push(body, client, mint.TimeOf(now)),
                ["expires_in"] = (long)Grants.CodeLifetime.TotalSeconds,
            },
            201);
    }

    /// <summary>OpenID Connect RP-Initiated Logout 1.0.</summary>
    public AuthAnswer SignOut(AuthState now, string parameters)
    {
        if (!FormFields.TryParse(parameters, out var fields))
        {
            return OAuthAnswer.Page(400, ProviderPage.Refused("A parameter of this request stands there twice."));
        }

        var hint = fields.GetValueOrDefault("id_token_hint");
        var session = hint is null ? null : grants.FindIdToken(hint);
        var client = session?.Client ?? fields.GetValueOrDefault("client_id");
        if ((hint is not null && session is null) || (session is not null && fields.GetValueOrDefault("client_id", session.Client) != session.Client))
        {
            return OAuthAnswer.Page(400, ProviderPage.Refused("The id token of this request is none of this provider's for this client."));
        }

        var uri = fields.GetValueOrDefault("post_logout_redirect_uri");
        if (uri is not null
            && (client is null || !now.SignIn.Clients.TryGetValue(client, out var redirects) || !RedirectRule.Allows(redirects.SignedOut, uri)))
        {
            return OAuthAnswer.Page(400, ProviderPage.Refused("The URI to go to after the sign-out is none of the client's."));
        }

        if (session is not null)
        {
            grants.End(session);
        }

        return uri is null
            ? OAuthAnswer.Page(200, ProviderPage.SignedOut)
            : BrowserAnswer.To(uri, fields.TryGetValue("state", out var state) ? [("state", state)] : []);
    }

    private static AuthAnswer Page(AuthState now, string ticket, string name, string? problem) => OAuthAnswer.Page(
        200, ProviderPage.SignIn(EndpointPlace.PathOf(now, StandInEndpoint.Login), ticket, name, problem));

    private bool TryRead(
        AuthState now, string query, [NotNullWhen(true)] out AuthorizeRequest? request, [NotNullWhen(false)] out AuthAnswer? refusal)
    {
        request = null;
        if (!FormFields.TryParse(query, out var fields))
        {
            refusal = OAuthAnswer.Page(400, ProviderPage.Refused("A parameter of this request stands there twice."));
            return false;
        }

        if (!now.TakesPushed || !fields.TryGetValue("request_uri", out var uri))
        {
            return AuthorizeRules.TryRead(now, fields, isPushed: false, out request, out refusal);
        }

        var client = fields.GetValueOrDefault("client_id") ?? "";
        if (grants.FindPushed(uri, client, mint.TimeOf(now)) is not { } pushed || !FormFields.TryParse(pushed, out var form))
        {
            refusal = OAuthAnswer.Page(400, ProviderPage.Refused("The client has pushed no such request, or too long ago."));
            return false;
        }

        return AuthorizeRules.TryRead(now, form.SetItem("client_id", client), isPushed: true, out request, out refusal);
    }
}
