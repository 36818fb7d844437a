using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Granting;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.StandIn.Auth.SignIn;

/// <summary>
/// Looks a client's request through. Without a known client and place to send the browser to, the browser stays here (RFC 6749, section 4.1.2.1);
/// everything else goes back to the client.
/// </summary>
internal static class AuthorizeRules
{
    private const string Query = "query";
    private const string FormPost = "form_post";

    public static IReadOnlyList<string> ResponseModes { get; } = [Query, FormPost];

    /// <param name="now">The provider.</param>
    /// <param name="fields">The request's parameters.</param>
    /// <param name="isPushed">They came from the client itself.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="refusal">The answer to a request that is not in order.</param>
    public static bool TryRead(
        AuthState now,
        ImmutableDictionary<string, string> fields,
        bool isPushed,
        [NotNullWhen(true)] out AuthorizeRequest? request,
        [NotNullWhen(false)] out AuthAnswer? refusal)
    {
        (request, refusal) = (null, null);
        var client = fields.GetValueOrDefault("client_id");
        if (client is null || !now.SignIn.Clients.TryGetValue(client, out var redirects))
        {
            refusal = OAuthAnswer.Page(400, ProviderPage.Refused("This provider signs nobody in for the client of this request."));
            return false;
        }

        var uri = fields.GetValueOrDefault("redirect_uri");
        if (uri is null || !RedirectRule.Allows(redirects.SignedIn, uri))
        {
            refusal = OAuthAnswer.Page(400, ProviderPage.Refused("The redirect URI of this request is none of the client's."));
            return false;
        }

        var read = new AuthorizeRequest
        {
            Client = client,
            RedirectUri = uri,
            Scope = fields.GetValueOrDefault("scope") ?? "",
            State = fields.GetValueOrDefault("state"),
            Nonce = fields.GetValueOrDefault("nonce"),
            Challenge = fields.GetValueOrDefault("code_challenge"),
            Key = KeyProof.IsKnown(now) ? fields.GetValueOrDefault("dpop_jkt") : null,
            UsesFormPost = fields.GetValueOrDefault("response_mode") == FormPost,
        };
        if (ProblemOf(now, fields, isPushed) is { } problem)
        {
            refusal = BrowserAnswer.Refused(now, read, problem.Error, problem.Description);
            return false;
        }

        request = read;
        return true;
    }

    /// <summary>What is wrong with a request of a client that is known; null when nothing is.</summary>
    public static (string Error, string Description)? ProblemOf(AuthState now, ImmutableDictionary<string, string> fields, bool isPushed)
    {
        if (fields.ContainsKey("request"))
        {
            return ("request_not_supported", "This provider reads no request objects.");
        }

        if (now.Settings.PushedAuthorization == PushedAuthorization.Required && !isPushed)
        {
            return ("invalid_request", "This provider takes pushed requests only.");
        }

        if (fields.GetValueOrDefault("response_type") is not "code")
        {
            return ("unsupported_response_type", "This provider gives codes only; ask for the response type 'code'.");
        }

        if (fields.GetValueOrDefault("response_mode") is { } mode && !ResponseModes.Contains(mode))
        {
            return ("invalid_request", $"This provider answers by {string.Join(" or ", ResponseModes)}.");
        }

        // Without a method it would be 'plain' (RFC 7636, section 4.3).
        if (fields.ContainsKey("code_challenge") && fields.GetValueOrDefault("code_challenge_method") is not "S256")
        {
            return ("invalid_request", "This provider takes a code challenge by the method 'S256' only.");
        }

        if (now.Settings.Pkce == PkceMode.Required && !fields.ContainsKey("code_challenge"))
        {
            return ("invalid_request", "This provider signs nobody in without a code challenge.");
        }

        return fields.GetValueOrDefault("prompt") is "none" ? ("login_required", "The user must sign in, and is not to be asked.") : null;
    }
}
