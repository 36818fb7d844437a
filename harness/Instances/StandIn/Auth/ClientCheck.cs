using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StagingHarness.StandIn.Auth;

/// <summary>Who calls an endpoint that only clients may call.</summary>
internal static class ClientCheck
{
    /// <summary>False where the client is not known by what it shows; the refusal is its answer then.</summary>
    public static bool TryPass(
        AuthState now,
        TokenCall call,
        ImmutableDictionary<string, string> form,
        [NotNullWhen(true)] out string? client,
        [NotNullWhen(false)] out AuthAnswer? refusal)
    {
        (client, refusal) = (null, null);
        if (ClientCredentials.UsesBasic(call) && form.ContainsKey("client_secret"))
        {
            refusal = OAuthAnswer.Refuse(400, "invalid_request", "The client authenticates in two ways; use one.");
            return false;
        }

        if (!ClientCredentials.TryRead(call, form, out var credentials) || !credentials.AreThoseOf(now.Clients) || !IsTaken(now, call))
        {
            refusal = OAuthAnswer.Refuse(401, "invalid_client", "The client is unknown, its secret is wrong, or this provider takes no such proof.");
            if (call.Authorization is not null)
            {
                refusal = refusal with { Headers = refusal.Headers.Add("WWW-Authenticate", "Basic realm=\"token\"") };
            }

            return false;
        }

        client = credentials.Id;
        return true;
    }

    private static bool IsTaken(AuthState now, TokenCall call) => now.Settings.ClientAuthentication is not { } methods
        || methods.Contains(ClientCredentials.UsesBasic(call) ? ClientAuthentication.Basic : ClientAuthentication.Post);
}
