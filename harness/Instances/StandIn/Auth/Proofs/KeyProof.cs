using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth.State;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Proofs;

/// <summary>Looks at proofs that who sends a call holds a key: DPoP (RFC 9449, section 4.3).</summary>
internal sealed class KeyProof(TokenMint mint)
{
    private const string Type = "dpop+jwt";

    /// <summary>How far from the provider's clock a proof may have been made.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly UsedIds used = new();

    public static bool IsKnown(AuthState now) => ModeOf(now) != DpopMode.None;

    public static bool IsRequired(AuthState now) => ModeOf(now) == DpopMode.Required;

    /// <param name="now">The provider.</param>
    /// <param name="call">With its proofs.</param>
    /// <param name="accessToken">The token that is shown with it; null at the token endpoint.</param>
    /// <returns>Thumbprint of the key (RFC 7638), or what is wrong. Both are null where there is no proof, or none is looked at.</returns>
    public (string? Thumbprint, string? Problem) Look(AuthState now, ProvedCall call, string? accessToken)
    {
        if (!IsKnown(now) || call.Proofs.IsEmpty)
        {
            return (null, null);
        }

        if (call.Proofs is not [var text] || SignedToken.Read(text) is not { } proof)
        {
            return (null, "There is more than one proof, or none that can be read.");
        }

        using var key = PublicJwk.Read(proof.Header["jwk"] as JsonObject);
        if (key is null || SignedToken.TextOf(proof.Header["typ"]) != Type || !proof.IsSignedBy(key))
        {
            return (null, $"The proof is not of type '{Type}', or the public key in it has not signed it by one of {string.Join(", ", SignedToken.Algorithms)}.");
        }

        var thumbprint = PublicJwk.ThumbprintOf(key);
        return WhatIsWrong(now, call, proof, accessToken, thumbprint) is { } wrong ? (null, wrong) : (thumbprint, null);
    }

    private static DpopMode ModeOf(AuthState now) => now.Settings.Dpop ?? DpopMode.Optional;

    private string? WhatIsWrong(AuthState now, ProvedCall call, SignedToken proof, string? accessToken, string thumbprint)
    {
        var time = mint.TimeOf(now);
        return SignedToken.TextOf(proof.Claims["jti"]) is not { Length: > 0 } id || proof.TimeOf("iat") is not { } madeAt ? "The proof lacks 'jti' or 'iat'."
            : SignedToken.TextOf(proof.Claims["htm"]) != call.Method ? $"The proof is not for the method '{call.Method}' ('htm')."
            : !IsFor(SignedToken.TextOf(proof.Claims["htu"]), now.Issuer + call.Path) ? $"The proof is not for '{now.Issuer}{call.Path}' ('htu')."
            : accessToken is not null && SignedToken.TextOf(proof.Claims["ath"]) != HashOf(accessToken) ? "The proof is not for this access token ('ath')."
            : time >= madeAt + Window ? "The proof is too old ('iat')."
            : time <= madeAt - Window ? "The proof is of a time to come ('iat')."
            : used.TryUse(thumbprint, id, madeAt + Window, time) ? null : "The proof was shown before ('jti'); each is taken once.";
    }

    /// <summary>Without query and fragment, after normalization (RFC 3986, section 6.2).</summary>
    private static bool IsFor(string? written, string called) =>
        Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Path) == new Uri(called).GetLeftPart(UriPartial.Path);

    private static string HashOf(string accessToken) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)));
}
