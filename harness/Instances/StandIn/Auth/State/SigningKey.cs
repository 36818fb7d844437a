using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.StandIn.Auth.State;

/// <summary>
/// A key that signs tokens, and its public half as the key set shows it. It may still be in the making: whoever asks for more than its algorithm waits for it then, and
/// gets the failure where it could not be made.
/// </summary>
internal sealed class SigningKey : IDisposable
{
    public const string Usual = SecurityAlgorithms.RsaSha256;

    private readonly Task<KeyPair> pair;

    public SigningKey(RSA rsa, string algorithm = Usual)
        : this(algorithm, Task.FromResult(KeyPair.Of(rsa, algorithm)))
    {
    }

    public SigningKey(ECDsa curve, string algorithm)
        : this(algorithm, Task.FromResult(KeyPair.Of(curve, algorithm)))
    {
    }

    private SigningKey(string algorithm, Task<KeyPair> pair) => (Algorithm, this.pair) = (algorithm, pair);

    /// <summary>Names as in JWA (RFC 7518).</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["ES256", "ES384", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"];

    /// <summary>Completes when the key is there, or with the reason why it cannot be made.</summary>
    public Task Made => pair;

    /// <summary>Thumbprint of the key (RFC 7638), so that another key never has the same name.</summary>
    public string KeyId => Pair.KeyId;

    public string Algorithm { get; }

    public SigningCredentials Credentials => Pair.Credentials;

    private KeyPair Pair => pair.GetAwaiter().GetResult();

    /// <summary>A new key for the algorithm: RSA of 2048 bits, or a curve of the algorithm's size.</summary>
    /// <exception cref="ArgumentException">It is none of <see cref="Algorithms"/>.</exception>
    public static SigningKey Create(string algorithm = Usual) => algorithm switch
    {
        "ES256" => new SigningKey(ECDsa.Create(ECCurve.NamedCurves.nistP256), algorithm),
        "ES384" => new SigningKey(ECDsa.Create(ECCurve.NamedCurves.nistP384), algorithm),
        _ when Algorithms.Contains(algorithm) => new SigningKey(RSA.Create(2048), algorithm),
        _ => throw new ArgumentException($"Nothing signs with '{algorithm}'; use one of {string.Join(", ", Algorithms)}."),
    };

    /// <summary>
    /// A new key, made on a thread of its own: to find the primes of one takes a processor for some tenths of a second, and by chance for a whole one.
    /// </summary>
    public static SigningKey Begin() => Begin(static () => RSA.Create(2048));

    /// <summary>The same of what is made there. The thumbprint needs the key, so that it is made on that thread, and not by whoever asks first.</summary>
    internal static SigningKey Begin(Func<RSA> make) => new(Usual, Task.Factory.StartNew(
        () => KeyPair.Of(make(), Usual), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    public JsonObject ToPublicJwk()
    {
        var jwk = new JsonObject { ["use"] = "sig", ["alg"] = Algorithm, ["kid"] = KeyId };
        switch (Pair.Key)
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

    /// <summary>One that is still in the making is left to the end of the process.</summary>
    public void Dispose()
    {
        if (pair.IsCompletedSuccessfully)
        {
            Pair.Key.Dispose();
        }
    }

    private sealed record KeyPair(AsymmetricAlgorithm Key, string KeyId, SigningCredentials Credentials)
    {
        public static KeyPair Of(RSA rsa, string algorithm) => Of(rsa, new RsaSecurityKey(rsa), algorithm);

        public static KeyPair Of(ECDsa curve, string algorithm) => Of(curve, new ECDsaSecurityKey(curve), algorithm);

        private static KeyPair Of(AsymmetricAlgorithm key, SecurityKey security, string algorithm)
        {
            security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
            return new KeyPair(key, security.KeyId, new SigningCredentials(security, algorithm));
        }
    }
}
