using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.StandIn.Auth.State;

/// <summary>A key that signs tokens, and its public half as the key set shows it. It may still be in the making: whoever asks for more than its algorithm waits for it then.</summary>
internal sealed class SigningKey : IDisposable
{
    public const string Usual = SecurityAlgorithms.RsaSha256;

    private readonly Lazy<Pair> pair;

    public SigningKey(RSA rsa, string algorithm = Usual)
        : this(algorithm, Made(new Pair(rsa, new RsaSecurityKey(rsa), algorithm)))
    {
    }

    public SigningKey(ECDsa curve, string algorithm)
        : this(algorithm, Made(new Pair(curve, new ECDsaSecurityKey(curve), algorithm)))
    {
    }

    private SigningKey(string algorithm, Lazy<Pair> pair) => (Algorithm, this.pair) = (algorithm, pair);

    /// <summary>Names as in JWA (RFC 7518).</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["ES256", "ES384", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"];

    /// <summary>Thumbprint of the key (RFC 7638), so that another key never has the same name.</summary>
    public string KeyId => pair.Value.KeyId;

    public string Algorithm { get; }

    public SigningCredentials Credentials => pair.Value.Credentials;

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
    /// A new key, made on a thread of its own: to find the primes of one takes a processor for some tenths of a second, and by chance for more than one.
    /// </summary>
    public static SigningKey Begin()
    {
        var making = Task.Factory.StartNew(
            static () =>
            {
                var rsa = RSA.Create(2048);
                return new Pair(rsa, new RsaSecurityKey(rsa), Usual);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return new SigningKey(Usual, new Lazy<Pair>(() => making.GetAwaiter().GetResult()));
    }

    public JsonObject ToPublicJwk()
    {
        var jwk = new JsonObject { ["use"] = "sig", ["alg"] = Algorithm, ["kid"] = KeyId };
        switch (pair.Value.Key)
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

    /// <summary>One that nobody has asked for is left to the end of the process: it may still be in the making.</summary>
    public void Dispose()
    {
        if (pair.IsValueCreated)
        {
            pair.Value.Key.Dispose();
        }
    }

    private static Lazy<Pair> Made(Pair pair) => new(pair);

    private sealed class Pair
    {
        public Pair(AsymmetricAlgorithm key, SecurityKey security, string algorithm)
        {
            Key = key;
            KeyId = security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
            Credentials = new SigningCredentials(security, algorithm);
        }

        public AsymmetricAlgorithm Key { get; }

        public string KeyId { get; }

        public SigningCredentials Credentials { get; }
    }
}
