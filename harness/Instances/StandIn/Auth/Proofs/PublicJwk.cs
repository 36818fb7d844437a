using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using StagingHarness.StandIn.Auth.Tokens;

namespace StagingHarness.StandIn.Auth.Proofs;

/// <summary>A public key as JSON (RFC 7517) that somebody else has written.</summary>
internal static class PublicJwk
{
    private const int ShortestRsa = 2048;

    private static readonly string[] Private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>Null for none, for one of another kind than signs here, and for one that shows a private part.</summary>
    public static AsymmetricAlgorithm? Read(JsonObject? jwk)
    {
        if (jwk is null || Private.Any(jwk.ContainsKey))
        {
            return null;
        }

        try
        {
            return SignedToken.TextOf(jwk["kty"]) switch
            {
                "RSA" when (Bytes(jwk, "n"), Bytes(jwk, "e")) is ({ } modulus, { } exponent) =>
                    LongEnough(RSA.Create(new RSAParameters { Modulus = modulus, Exponent = exponent })),
                "EC" when SignedToken.TextOf(jwk["crv"]) == "P-256" && (Bytes(jwk, "x"), Bytes(jwk, "y")) is ({ Length: 32 } x, { Length: 32 } y) =>
                    ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } }),
                _ => null,
            };
        }
        catch (CryptographicException)
        {
            // The numbers are those of no key.
            return null;
        }
    }

    /// <summary>RFC 7638: the members that make the key, in the order of their names, without anything between them.</summary>
    public static string ThumbprintOf(AsymmetricAlgorithm key)
    {
        var members = key switch
        {
            RSA rsa when rsa.ExportParameters(includePrivateParameters: false) is var numbers =>
                $$"""{"e":"{{Text(numbers.Exponent)}}","kty":"RSA","n":"{{Text(numbers.Modulus)}}"}""",
            ECDsa curve when curve.ExportParameters(includePrivateParameters: false).Q is var point =>
                $$"""{"crv":"P-256","kty":"EC","x":"{{Text(point.X)}}","y":"{{Text(point.Y)}}"}""",
            _ => throw new ArgumentException("It is neither RSA nor a curve."),
        };
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(members)));
    }

    private static RSA? LongEnough(RSA key)
    {
        if (key.KeySize >= ShortestRsa)
        {
            return key;
        }

        key.Dispose();
        return null;
    }

    private static byte[]? Bytes(JsonObject jwk, string member) =>
        SignedToken.TextOf(jwk[member]) is { Length: > 0 } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;

    private static string Text(byte[]? bytes) => Base64Url.EncodeToString(bytes);
}
