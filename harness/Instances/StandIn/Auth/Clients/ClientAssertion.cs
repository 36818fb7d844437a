using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.Proofs;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Clients;

/// <summary>What a client signs to prove who it is: <c>private_key_jwt</c> (RFC 7523, section 3; OpenID Connect Core 1.0, section 9).</summary>
internal sealed record ClientAssertion(string Id, SignedToken Token)
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>One that is good for longer could be shown for longer by whoever finds it, and its id has to be kept as long.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    public static bool IsShown(ImmutableDictionary<string, string> form) => form.ContainsKey("client_assertion") || form.ContainsKey("client_assertion_type");

    /// <summary>False when it cannot be read, or names more than one client (RFC 7521, section 4.2).</summary>
    public static bool TryRead(ImmutableDictionary<string, string> form, [NotNullWhen(true)] out ClientAssertion? assertion)
    {
        assertion = null;
        if (form.GetValueOrDefault("client_assertion_type") == Type
            && SignedToken.Read(form.GetValueOrDefault("client_assertion") ?? "") is { } token
            && SignedToken.TextOf(token.Claims["sub"]) is { } subject
            && SignedToken.TextOf(token.Claims["iss"]) == subject
            && form.GetValueOrDefault("client_id", subject) == subject)
        {
            assertion = new ClientAssertion(subject, token);
        }

        return assertion is not null;
    }

    /// <summary>It is the client's own: one of its keys has signed it.</summary>
    public bool IsSignedByClient(AuthState now)
    {
        if (!now.SignIn.ClientKeys.TryGetValue(Id, out var pem))
        {
            return false;
        }

        using AsymmetricAlgorithm key = SignedToken.TextOf(Token.Header["alg"]) == "ES256" ? ECDsa.Create() : RSA.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            // The algorithm is none of this key's.
            return false;
        }

        return Token.IsSignedBy(key);
    }

    /// <summary>What is wrong with one that the client has signed; null when nothing is.</summary>
    /// <param name="now">The provider.</param>
    /// <param name="endpoint">Where it is shown.</param>
    /// <param name="time">On the provider's clock.</param>
    /// <param name="used">Ids that were shown before.</param>
    public string? WhatIsWrong(AuthState now, string endpoint, DateTimeOffset time, UsedIds used)
    {
        string[] audiences = [now.ToldIssuer, EndpointPlace.AddressOf(now, StandInEndpoint.Token), EndpointPlace.AddressOf(now, endpoint)];
        if (!Token.Audiences.Any(audiences.Contains))
        {
            return $"The assertion of the client is for another audience than '{audiences[0]}' and '{audiences[1]}'.";
        }

        if (Token.TimeOf("exp") is not { } end || SignedToken.TextOf(Token.Claims["jti"]) is not { Length: > 0 } id)
        {
            return "The assertion of the client lacks its end ('exp') or its id ('jti').";
        }

        return time >= end ? "The assertion of the client is not valid any more."
            : time < Token.TimeOf("nbf") ? "The assertion of the client is not valid yet."
            : end - time > LongestLife ? "The assertion of the client is valid for more than an hour."
            : used.TryUse(Id, id, end, time) ? null : "The assertion of the client was shown before; each is taken once.";
    }

    public override string ToString() => $"assertion of client '{Id}' (hidden)";
}
