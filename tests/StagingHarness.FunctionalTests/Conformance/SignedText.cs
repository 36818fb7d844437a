using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>What clients sign, by the library that others sign with.</summary>
internal static class SignedText
{
    public static string Sign(AsymmetricAlgorithm key, string algorithm, JsonObject claims, Dictionary<string, object> header)
    {
        SecurityKey signs = key is RSA rsa ? new RsaSecurityKey(rsa) : new ECDsaSecurityKey((ECDsa)key);
        signs.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.ToJsonString(), new SigningCredentials(signs, algorithm), header);
    }
}
