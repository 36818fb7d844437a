using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StagingHarness.StandIn.Auth.Tokens;

/// <summary>What a client has signed (RFC 7519), read strictly, and believed in nothing: who signed it is another question.</summary>
internal sealed record SignedToken
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly byte[] signed;
    private readonly byte[] signature;

    private SignedToken(JsonObject header, JsonObject claims, byte[] signed, byte[] signature)
    {
        (Header, Claims) = (header, claims);
        (this.signed, this.signature) = (signed, signature);
    }

    /// <summary>What is taken, by names as in JWA (RFC 7518).</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["ES256", "PS256", "RS256"];

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public ImmutableArray<string> Audiences => Claims["aud"] switch
    {
        JsonArray list => [.. list.Select(TextOf).OfType<string>()],
        var one => TextOf(one) is { } text ? [text] : [],
    };

    /// <summary>Null when it cannot be read, or asks to be read in a way that nobody here knows (<c>crit</c>; RFC 7515, section 4.1.11).</summary>
    public static SignedToken? Read(string text) =>
        text.Split('.') is [var header, var claims, var signature]
        && ReadObject(header) is { } head && ReadObject(claims) is { } body && ReadBytes(signature) is { } bytes && !head.ContainsKey("crit")
            ? new SignedToken(head, body, Encoding.ASCII.GetBytes($"{header}.{claims}"), bytes)
            : null;

    /// <summary>A member that is a text; null for any other.</summary>
    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A moment, written as a number of seconds (RFC 7519, section 2); null for what is none.</summary>
    public DateTimeOffset? TimeOf(string claim) =>
        Claims[claim] is JsonValue value && value.TryGetValue<double>(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>The key has signed it, with an algorithm that is taken.</summary>
    public bool IsSignedBy(AsymmetricAlgorithm key) => (TextOf(Header["alg"]), key) switch
    {
        ("ES256", ECDsa { KeySize: 256 } curve) => curve.VerifyData(signed, signature, HashAlgorithmName.SHA256),
        ("PS256", RSA rsa) => rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ("RS256", RSA rsa) => rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => false,
    };

    public override string ToString() => "signed token (hidden)";

    private static JsonObject? ReadObject(string part)
    {
        try
        {
            return ReadBytes(part) is { } bytes ? JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? ReadBytes(string part) => Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;
}
