using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Auth;

/// <summary>Who calls an endpoint that only clients may call.</summary>
internal static class ClientCheck
{
    private const string Stranger = "The client is unknown, or its secret is wrong.";

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

        var wrong = ClientCredentials.TryRead(call, form, out var credentials) ? WhatIsWrong(now, call, credentials) : Stranger;
        if (credentials is null || wrong is not null)
        {
            refusal = Refuse(call, wrong ?? Stranger);
            return false;
        }

        client = credentials.Id;
        return true;
    }

    /// <summary>Only who knows a secret of the client learns what else is wrong. Null where nothing is.</summary>
    private static string? WhatIsWrong(AuthState now, TokenCall call, ClientCredentials credentials)
    {
        var secrets = now.Settings.ClientSecrets ?? ClientSecretMode.Current;
        var isNext = secrets != ClientSecretMode.Current && credentials.AreThoseOf(now.SignIn.NextSecrets);
        if (!isNext && !credentials.AreThoseOf(now.Clients))
        {
            return Stranger;
        }

        // Clients that have but one keep it.
        if (!isNext && secrets == ClientSecretMode.Next && now.SignIn.NextSecrets.ContainsKey(credentials.Id))
        {
            return "The secret of the client has expired.";
        }

        var method = ClientCredentials.UsesBasic(call) ? ClientAuthentication.Basic : ClientAuthentication.Post;
        return now.Settings.ClientAuthentication is { } methods && !methods.Contains(method)
            ? $"This provider does not take {method} of the client."
            : null;
    }

    /// <summary>RFC 6749, section 5.2.</summary>
    private static AuthAnswer Refuse(TokenCall call, string description)
    {
        var refusal = OAuthAnswer.Refuse(401, "invalid_client", description);
        return call.Authorization is null
            ? refusal
            : refusal with { Headers = refusal.Headers.Add("WWW-Authenticate", "Basic realm=\"token\"") };
    }
}
