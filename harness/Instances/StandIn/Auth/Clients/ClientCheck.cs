using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Clients;

/// <summary>Who calls an endpoint that only clients may call.</summary>
internal sealed class ClientCheck(TokenMint mint)
{
    private const string Stranger = "The client is unknown, or its secret is wrong.";
    private const string Unsigned = "The client is unknown, or its assertion is not its own.";

    private readonly UsedIds used = new();

    /// <summary>False where the client is not known by what it shows; the refusal is its answer then.</summary>
    /// <param name="now">The provider.</param>
    /// <param name="endpoint">The one that is called.</param>
    /// <param name="call">As it came in.</param>
    /// <param name="form">Its body.</param>
    /// <param name="client">Who it is.</param>
    /// <param name="refusal">What it is answered otherwise.</param>
    public bool TryPass(
        AuthState now,
        string endpoint,
        TokenCall call,
        ImmutableDictionary<string, string> form,
        [NotNullWhen(true)] out TokenAsker? client,
        [NotNullWhen(false)] out AuthAnswer? refusal)
    {
        (client, refusal) = (null, null);
        var ways = new[] { ClientCredentials.UsesBasic(call), form.ContainsKey("client_secret"), ClientAssertion.IsShown(form) };
        if (ways.Count(way => way) > 1)
        {
            refusal = OAuthAnswer.Refuse(400, "invalid_request", "The client authenticates in two ways; use one.");
            return false;
        }

        // A certificate is no second way: a connection shows it for all that comes over it, also for clients that show something else.
        var byCertificate = !ways.Contains(true) && CertificateProof.IsMeant(now, form);
        var (id, wrong) = byCertificate ? CertificateProof.Look(now, form["client_id"], call.Proved.Certificate, mint.TimeOf(now))
            : ClientAssertion.IsShown(form) ? Assert(now, endpoint, form)
            : Compare(now, call, form);
        if (id is null || wrong is not null)
        {
            refusal = Refuse(call, wrong ?? Stranger);
            return false;
        }

        client = new TokenAsker(id, Key: null) { Certificate = byCertificate ? CertificateProof.HashOf(call.Proved.Certificate) : null };
        return true;
    }

    /// <summary>Only who knows a secret of the client learns what else is wrong. Null where nothing is.</summary>
    private static (string? Client, string? Wrong) Compare(AuthState now, TokenCall call, ImmutableDictionary<string, string> form)
    {
        if (!ClientCredentials.TryRead(call, form, out var credentials))
        {
            return (null, Stranger);
        }

        var secrets = now.Settings.ClientSecrets ?? ClientSecretMode.Current;
        var isNext = secrets != ClientSecretMode.Current && credentials.AreThoseOf(now.SignIn.NextSecrets);
        if (!isNext && !credentials.AreThoseOf(now.Clients))
        {
            return (null, Stranger);
        }

        // Clients that have but one keep it.
        if (!isNext && secrets == ClientSecretMode.Next && now.SignIn.NextSecrets.ContainsKey(credentials.Id))
        {
            return (credentials.Id, "The secret of the client has expired.");
        }

        return (credentials.Id, NotTaken(now, ClientCredentials.UsesBasic(call) ? ClientAuthentication.Basic : ClientAuthentication.Post));
    }

    /// <summary>Only who holds the key of the client learns what else is wrong; and only what is taken uses its id up.</summary>
    private (string? Client, string? Wrong) Assert(AuthState now, string endpoint, ImmutableDictionary<string, string> form) =>
        ClientAssertion.TryRead(form, out var assertion) && assertion.IsSignedByClient(now)
            ? (assertion.Id, NotTaken(now, ClientAuthentication.PrivateKey) ?? assertion.WhatIsWrong(now, endpoint, mint.TimeOf(now), used))
            : (null, Unsigned);

    /// <summary>Null where the provider takes it.</summary>
    public static string? NotTaken(AuthState now, string method) =>
        ClientAuthentication.MethodsOf(now).Contains(method) ? null : $"This provider does not take {method} of the client.";

    /// <summary>RFC 6749, section 5.2.</summary>
    private static AuthAnswer Refuse(TokenCall call, string description)
    {
        var refusal = OAuthAnswer.Refuse(401, "invalid_client", description);
        return call.Authorization is null
            ? refusal
            : refusal with { Headers = refusal.Headers.Add("WWW-Authenticate", "Basic realm=\"token\"") };
    }
}
