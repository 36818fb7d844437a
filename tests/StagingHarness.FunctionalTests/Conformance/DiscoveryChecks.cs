using System.Text.Json;
using System.Text.Json.Nodes;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>What a provider publishes of itself.</summary>
internal static class DiscoveryChecks
{
    private static readonly string[] Needed =
    [
        "issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "response_types_supported", "subject_types_supported",
        "id_token_signing_alg_values_supported",
    ];

    private static readonly string[] Private = ["d", "p", "q", "dp", "dq", "qi", "k"];

    public static IReadOnlyList<ConformanceCheck> All { get; } =
    [
        new("Issuer_is_the_address_that_was_asked", "OpenID Connect Discovery 1.0, section 4.3", async calls =>
            await calls.MetadataAsync() is var document && document["issuer"]?.GetValue<string>().TrimEnd('/') == calls.Address
                ? null
                : $"asked '{calls.Address}', which says it is '{document["issuer"]}'"),
        new("Discovery_document_is_JSON_and_whole", "OpenID Connect Discovery 1.0, sections 3 and 4.2", async calls =>
        {
            var answer = await calls.DiscoverAsync();
            return answer.Status != 200 || answer.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/json", StringComparison.Ordinal) != true
                ? $"it comes as {answer.Status} {answer.Headers.GetValueOrDefault("Content-Type")}"
                : Needed.FirstOrDefault(member => answer.Json?[member] is null) is { } missing ? $"'{missing}' is missing" : null;
        }),
        new("Endpoints_are_absolute", "RFC 8414, section 2", async calls => (await calls.MetadataAsync())
            .Where(member => member.Key.EndsWith("_endpoint", StringComparison.Ordinal) || member.Key == "jwks_uri")
            .Select(member => $"{member.Value}")
            .FirstOrDefault(value => !Uri.TryCreate(value, UriKind.Absolute, out var uri) || !uri.Scheme.StartsWith("http", StringComparison.Ordinal)) is { } wrong
                ? $"'{wrong}' is no URL"
                : null),
        new("Proof_keys_are_announced", "RFC 8414, section 2; RFC 9700, section 2.1.1", async calls =>
            (await calls.MetadataAsync())["code_challenge_methods_supported"] is JsonArray methods && methods.Any(method => method!.GetValue<string>() == "S256")
                ? null
                : "'S256' is not among the methods"),
        new("Keys_are_public_and_have_names", "RFC 7517, sections 4 and 9.3", async calls =>
        {
            var keys = (await calls.KeysAsync()).Json?["keys"] as JsonArray ?? throw new ConformanceException("there is no list of keys");
            return keys.Count == 0 ? "the list of keys is empty"
                : keys.FirstOrDefault(key => key?["kid"]?.GetValueKind() != JsonValueKind.String || key["kty"] is null) is { } nameless ? $"a key has no name or no type: {nameless.ToJsonString()}"
                : keys.SelectMany(key => (JsonObject)key!).FirstOrDefault(member => Private.Contains(member.Key)) is { Key: { } secret } ? $"a private part '{secret}' is shown"
                : null;
        }),
    ];
}
