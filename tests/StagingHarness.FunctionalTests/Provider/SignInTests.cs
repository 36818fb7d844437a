using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>A whole sign-in at a stand-in that runs, by its pages; the id token is judged by the library that real clients judge with.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class SignInTests
{
    private const string Redirect = "http://portal.example/signin-oidc";
    private const string Verifier = "a-verifier-that-is-long-enough-to-be-taken-for-one";

    private static readonly ProviderOrder Order = new()
    {
        Audience = "client-portal",
        TokenLifetime = TimeSpan.FromMinutes(10),
        Clients = ImmutableSortedDictionary<string, string>.Empty.Add("portal-web", "s3cret"),
        SignIn = new SignInSetup
        {
            Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty
                .Add("portal-web", new ClientRedirects { SignedIn = ["/signin-oidc"], SignedOut = ["/bye"] }),
            Users = ImmutableSortedDictionary<string, SignInUser>.Empty
                .Add("alice", new SignInUser { Password = "pa55 {listen.http}", Claims = """{"name":"Alice"}""" }),
        },
    };

    private RunningStandIn standIn = null!;

    [SetUp]
    public async Task Start() => standIn = await RunningStandIn.StartAsync(Order, "sign-in-tests");

    [TearDown]
    public async Task Stop() => await standIn.DisposeAsync();

    [Test]
    public async Task Sign_in_refresh_and_sign_out_go_all_the_way(CancellationToken cancellationToken)
    {
        var documents = await ReadDocumentsAsync(cancellationToken);
        var location = await SignInAsync(documents, cancellationToken);
        location.Should().StartWith(Redirect + "?code=").And.Contain("state=st%26te");
        var code = Regex.Match(location, "code=([^&]+)").Groups[1].Value;

        var granted = await PostAsync(documents.TokenEndpoint, [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Redirect), ("code_verifier", Verifier)], cancellationToken);
        var idToken = granted["id_token"]!.GetValue<string>();
        var judged = await new JsonWebTokenHandler().ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = documents.Issuer,
            IssuerSigningKeys = documents.SigningKeys,
            ValidAudience = "portal-web",
        });
        judged.Exception.Should().BeNull();
        judged.Claims["nonce"].Should().Be("n0nce");
        (await UserInfoAsync(documents, granted, cancellationToken)).Should().Be("""{"sub":"alice","name":"Alice"}""");

        var refreshed = await PostAsync(
            documents.TokenEndpoint, [("grant_type", "refresh_token"), ("refresh_token", granted["refresh_token"]!.GetValue<string>())], cancellationToken);
        (await UserInfoAsync(documents, refreshed, cancellationToken)).Should().Contain("alice");

        using var left = await standIn.Http.GetAsync(
            new Uri($"{documents.EndSessionEndpoint}?id_token_hint={idToken}&post_logout_redirect_uri=http%3A%2F%2Fportal.example%2Fbye"), cancellationToken);
        (left.StatusCode, left.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.Found, "http://portal.example/bye"));
        (await UserInfoAsync(documents, refreshed, cancellationToken)).Should().Be("401");

        var reading = await standIn.Provider.ReadAsync(cancellationToken);
        reading.StubErrors.Should().BeEmpty();
        reading.UnmatchedCount.Should().Be(0);
        reading.Calls.Where(endpoint => endpoint.Value > 0).Select(endpoint => $"{endpoint.Key} {endpoint.Value}").Should().Equal(
            "authorize 1", "discovery 1", "end-session 1", "jwks 1", "login 1", "token 2", "userinfo 3");
        string.Join('\n', standIn.Instance.Output).Should().NotContain("pa55").And.NotContain(code);
    }

    [Test]
    public async Task Sign_in_page_obeys_the_rules_of_endpoints(CancellationToken cancellationToken)
    {
        var rules = ImmutableSortedDictionary<string, EndpointRule>.Empty
            .Add("authorize", new EndpointRule { Status = 503 })
            .Add("login", new EndpointRule { MovedTo = "/v2/login" });
        await standIn.Provider.ChangeAsync(new ProviderChangeOrder { Settings = new FacetSettings { Endpoints = rules } }, cancellationToken);

        using var page = await standIn.Http.GetAsync(new Uri(standIn.Instance.AddressOf("http"), "/authorize"), cancellationToken);
        using var old = await standIn.Http.PostAsync(new Uri(standIn.Instance.AddressOf("http"), "/login"), Form([]), cancellationToken);
        using var moved = await standIn.Http.PostAsync(new Uri(standIn.Instance.AddressOf("http"), "/v2/login"), Form([]), cancellationToken);

        (page.StatusCode, old.StatusCode, moved.StatusCode).Should().Be(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound, HttpStatusCode.BadRequest));
        page.Headers.GetValues(StandInProgram.MarkerHeader).Should().Equal("authorize");
    }

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private Task<OpenIdConnectConfiguration> ReadDocumentsAsync(CancellationToken cancellationToken) =>
        new ConfigurationManager<OpenIdConnectConfiguration>(
            standIn.Provider.Issuer.OriginalString + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(standIn.Http) { RequireHttps = false }).GetConfigurationAsync(cancellationToken);

    /// <returns>Where the browser is sent.</returns>
    private async Task<string> SignInAsync(OpenIdConnectConfiguration documents, CancellationToken cancellationToken)
    {
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var page = await standIn.Http.GetStringAsync(
            new Uri($"{documents.AuthorizationEndpoint}?client_id=portal-web&redirect_uri={Uri.EscapeDataString(Redirect)}&response_type=code"
                + $"&scope=openid%20offline_access&state=st%26te&nonce=n0nce&code_challenge={challenge}&code_challenge_method=S256"),
            cancellationToken);
        var ticket = WebUtility.HtmlDecode(Regex.Match(page, "name=\"ticket\" value=\"([^\"]+)\"").Groups[1].Value);
        var action = Regex.Match(page, "action=\"([^\"]+)\"").Groups[1].Value;
        using var answer = await standIn.Http.PostAsync(
            new Uri(standIn.Instance.AddressOf("http"), action), Form([("ticket", ticket), ("username", "alice"), ("password", "pa55 {listen.http}")]), cancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.Found);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<JsonObject> PostAsync(string endpoint, (string Name, string Value)[] fields, CancellationToken cancellationToken)
    {
        using var answer = await standIn.Http.PostAsync(
            new Uri(endpoint), Form([.. fields, ("client_id", "portal-web"), ("client_secret", "s3cret")]), cancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!;
    }

    /// <returns>What is told, or the status of a refusal.</returns>
    private async Task<string> UserInfoAsync(OpenIdConnectConfiguration documents, JsonObject granted, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(documents.UserInfoEndpoint));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", granted["access_token"]!.GetValue<string>());
        using var answer = await standIn.Http.SendAsync(request, cancellationToken);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellationToken) : $"{(int)answer.StatusCode}";
    }
}
