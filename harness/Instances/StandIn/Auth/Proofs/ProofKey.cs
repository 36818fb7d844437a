using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.StandIn.Auth.Proofs;

/// <summary>Proof key for code exchange (RFC 7636), by the method S256.</summary>
internal static class ProofKey
{
    /// <summary>A verifier where none was announced proves nothing either: somebody took the challenge away (RFC 9700, section 2.1.1).</summary>
    public static bool Proves(string? verifier, string? challenge) => (verifier, challenge) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.UTF8.GetBytes(challenge)),
    };
}
