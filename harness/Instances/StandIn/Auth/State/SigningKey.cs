using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.StandIn.Auth.State;

/// <summary>A key that signs tokens, and its public half as the key set shows it.</summary>
internal sealed class SigningKey : IDisposable
{
    public const string Usual = SecurityAlgorithms.RsaSha256;

    private readonly AsymmetricAlgorithm key;

    public SigningKey(RSA rsa, string algorithm = Usual)
        : this(rsa, new RsaSecurityKey(rsa), algorithm)
    {
    }

    public SigningKey(ECDsa curve, string algorithm)
        : this(curve, new ECDsaSecurityKey(curve), algorithm)
    {
    }

    private SigningKey(AsymmetricAlgorithm key, SecurityKey security, string algorithm)
    {
        this.key = key;
        KeyId = security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
        Credentials = new SigningCredentials(security, algorithm);
    }

    /// <summary>Names as in JWA (RFC 7518).</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["ES256", "ES384", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"];

    /// <summary>Thumbprint of the key (RFC 7638), so that another key never has the same name.</summary>
    public string KeyId { get; }

    public string Algorithm => Credentials.Algorithm;

    public SigningCredentials Credentials { get; }

    /// <summary>A new key for the algorithm: RSA of 2048 bits, or a curve of the algorithm's size.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="Algorithms"/>.</exception>
    public static SigningKey Create(string algorithm = Usual) => algorithm switch
    {
        "ES256" => new SigningKey(ECDsa.Create(ECCurve.NamedCurves.nistP256), algorithm),
        "ES384" => new SigningKey(ECDsa.Create(ECCurve.NamedCurves.nistP384), algorithm),
        _ when Algorithms.Contains(algorithm) => new SigningKey(RSA.Create(2048), algorithm),
        _ => throw new ArgumentException($"Nothing signs with '{algorithm}'; use one of {string.Join(", ", Algorithms)}."),
    };

    public JsonObject ToPublicJwk()
    {
        var jwk = new JsonObject { ["use"] = "sig", ["alg"] = Algorithm, ["kid"] = KeyId };
        switch (key)
        {
            case RSA rsa:
                var numbers = rsa.ExportParameters(includePrivateParameters: false);
                jwk["kty"] = "RSA";
                jwk["n"] = Base64UrlEncoder.Encode(numbers.Modulus!);
                jwk["e"] = Base64UrlEncoder.Encode(numbers.Exponent!);
                break;
            case ECDsa curve:
                var point = curve.ExportParameters(includePrivateParameters: false);
                jwk["kty"] = "EC";
                jwk["crv"] = $"P-{curve.KeySize}";
                jwk["x"] = Base64UrlEncoder.Encode(point.Q.X!);
                jwk["y"] = Base64UrlEncoder.Encode(point.Q.Y!);
                break;
        }

        return jwk;
    }

    public void Dispose() => key.Dispose();
}
