using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.Tests.StandIn.Auth.Clients;

/// <summary>Keys that clients sign with, made once, and what they sign: by the library that others sign with.</summary>
internal static class ClientKeys
{
    private static readonly RSA OwnRsa = RSA.Create(2048);
    private static readonly RSA ForeignRsa = RSA.Create(2048);
    private static readonly ECDsa OwnCurve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa ForeignCurve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static string PublicOf(string algorithm) => Of(algorithm, isForeign: false).ExportSubjectPublicKeyInfoPem();

    /// <param name="algorithm">Name as in JWA.</param>
    /// <param name="claims">What is said.</param>
    /// <param name="isForeign">Another key of the same kind signs.</param>
    /// <param name="header">Members beside the algorithm; null for the usual ones.</param>
    public static string Sign(string algorithm, JsonObject claims, bool isForeign = false, Dictionary<string, object>? header = null)
    {
        SecurityKey key = Of(algorithm, isForeign) switch
        {
            RSA rsa => new RsaSecurityKey(rsa),
            var curve => new ECDsaSecurityKey((ECDsa)curve),
        };
        return new JsonWebTokenHandler().CreateToken(
            claims.ToJsonString(), new SigningCredentials(key, algorithm), header ?? new Dictionary<string, object> { [JwtHeaderParameterNames.Typ] = "JWT" });
    }

    public static AsymmetricAlgorithm Of(string algorithm, bool isForeign) => algorithm.StartsWith("ES", StringComparison.Ordinal)
        ? isForeign ? ForeignCurve : OwnCurve
        : isForeign ? ForeignRsa : OwnRsa;
}
