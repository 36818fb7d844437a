using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.StandIn.Auth;

/// <summary>An RSA key that signs tokens (RS256), and its public half as the key set shows it.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly RSA rsa;

    public SigningKey(RSA rsa)
    {
        this.rsa = rsa;
        var security = new RsaSecurityKey(rsa);
        KeyId = security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
        Credentials = new SigningCredentials(security, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>Thumbprint of the key (RFC 7638), so that another key never has the same name.</summary>
    public string KeyId { get; }

    public SigningCredentials Credentials { get; }

    /// <summary>A new key of 2048 bits.</summary>
    public static SigningKey Create() => new(RSA.Create(2048));

    public JsonObject ToPublicJwk()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus!),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent!),
        };
    }

    public void Dispose() => rsa.Dispose();
}
