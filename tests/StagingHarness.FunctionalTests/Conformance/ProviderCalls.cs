using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>What clients and browsers ask a provider for, by its discovery document alone.</summary>
/// <param name="connections">By which it is asked.</param>
/// <param name="address">Where the provider is.</param>
/// <param name="shown">Certificate that is shown to it; null for none.</param>
internal sealed partial class ProviderCalls(Connections connections, Uri address, X509Certificate2? shown = null)
{
    public const string Verifier = "a-verifier-that-is-long-enough-to-be-taken-for-one";
    public const string Nonce = "n0nce";
    public const string State = "st&te";

    /// <summary>The same, over a connection that shows this certificate.</summary>
    public ProviderCalls Showing(X509Certificate2? certificate) => new(connections, address, certificate);

    public string Address { get; } = address.OriginalString.TrimEnd('/');

    public Task<Answer> DiscoverAsync() => GetAsync($"{Address}/.well-known/openid-configuration");

    public async Task<JsonObject> MetadataAsync() => (await DiscoverAsync()).Json ?? throw new ConformanceException("the discovery document is no JSON object");

    public async Task<Answer> KeysAsync() => await GetAsync(await EndpointAsync("jwks_uri"));

    public async Task<string> EndpointAsync(string name) =>
        (await MetadataAsync())[name]?.GetValue<string>() ?? throw new ConformanceException($"discovery has no '{name}'");

    public Task<Answer> GetAsync(string url, string? authorization = null, params string[] proofs)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        AddProofs(request, proofs);
        if (authorization is not null)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        return SendAsync(request);
    }

    /// <summary>A request with the client's credentials in its form.</summary>
    public async Task<Answer> PostAsync(string endpoint, params (string Name, string Value)[] fields) => await SendFormAsync(
        await EndpointAsync(endpoint), [.. fields, ("client_id", ProviderUnderTest.Client), ("client_secret", ProviderUnderTest.Secret)]);

    public async Task<Answer> PostWithoutCredentialsAsync(string endpoint, string? authorization, params (string Name, string Value)[] fields) =>
        await SendFormAsync(await EndpointAsync(endpoint), fields, authorization);

    /// <summary>What a browser is answered in the end: where it is sent, or the page that it shows. A sign-in page is filled in.</summary>
    /// <param name="changes">Parameters that are otherwise than usual; null takes one away.</param>
    public async Task<Answer> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        var fields = new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = ProviderUnderTest.Client,
            ["redirect_uri"] = ProviderUnderTest.Redirect,
            ["response_type"] = "code",
            ["scope"] = "openid profile offline_access",
            ["state"] = State,
            ["nonce"] = Nonce,
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        var query = string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value!)}"));
        var page = await GetAsync($"{await EndpointAsync("authorization_endpoint")}?{query}");
        return Ticket().Match(page.Body) is { Success: true } ticket
            ? await SendFormAsync(
                new Uri(new Uri(Address), Action().Match(page.Body).Groups[1].Value).AbsoluteUri,
                [("ticket", WebUtility.HtmlDecode(ticket.Groups[1].Value)), ("username", ProviderUnderTest.User), ("password", ProviderUnderTest.Password)])
            : page;
    }

    public async Task<string> CodeAsync() =>
        (await AuthorizeAsync()) is var landed && landed.Landed("code") is { } code ? code : throw new ConformanceException($"no code is given: {landed}");

    public Task<Answer> RedeemAsync(string code, string verifier = Verifier, string redirect = ProviderUnderTest.Redirect) => PostAsync(
        "token_endpoint", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("code_verifier", verifier));

    /// <summary>Tokens of a user who signs in.</summary>
    public async Task<Answer> SignInAsync() => await RedeemAsync(await CodeAsync());

    public Task<Answer> RefreshAsync(string token) => PostAsync("token_endpoint", ("grant_type", "refresh_token"), ("refresh_token", token));

    /// <param name="url">Where it goes.</param>
    /// <param name="fields">What it says.</param>
    /// <param name="authorization">Header of this name.</param>
    /// <param name="proofs">Values of the header <c>DPoP</c>.</param>
    public Task<Answer> SendFormAsync(string url, (string Name, string Value)[] fields, string? authorization = null, params string[] proofs)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        AddProofs(request, proofs);
        if (authorization is not null)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        return SendAsync(request);
    }

    private static void AddProofs(HttpRequestMessage request, string[] proofs)
    {
        foreach (var proof in proofs)
        {
            // Written small, as clients do that write all names of headers so.
            request.Headers.Add("dpop", proof);
        }
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await connections.Showing(shown).SendAsync(request);
            return new Answer(
                (int)answer.StatusCode,
                answer.Headers.Concat(answer.Content.Headers).ToImmutableDictionary(
                    header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                await answer.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();
}
