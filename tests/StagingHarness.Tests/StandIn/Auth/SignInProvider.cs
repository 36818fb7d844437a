using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using StagingHarness.Protocols.Provider;
using StagingHarness.StandIn.Auth;
using StagingHarness.StandIn.Auth.Answers;
using StagingHarness.StandIn.Auth.Clients;
using StagingHarness.StandIn.Auth.State;

namespace StagingHarness.Tests.StandIn.Auth;

/// <summary>A provider at which alice signs in for the client 'web', in virtual time, and the calls that a browser and the client make.</summary>
internal sealed class SignInProvider : IDisposable
{
    public const string Redirect = "https://portal.example/signin";
    public const string Verifier = "a-verifier-that-is-long-enough-to-be-taken-for-one";

    private readonly SigningKey key = SigningKey.Create("ES256");

    private SignInProvider()
    {
        var plain = PlainProvider.Of(key);
        Model = new AuthModel(
            plain with
            {
                Clients = plain.Clients.Add("other", "secret of the other"),
                SignIn = new SignInSetup
                {
                    Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty
                        .Add("web", new ClientRedirects { SignedIn = [Redirect, "/callback"], SignedOut = ["/bye"] })
                        .Add("other", new ClientRedirects { SignedIn = ["/callback"] }),
                    Users = ImmutableSortedDictionary<string, SignInUser>.Empty
                        .Add("alice", new SignInUser { Password = "pass word&", Claims = """{"name":"Alice","roles":["reader"]}""" }),
                },
            },
            Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2023, 5, 13, 14, 0, 0, TimeSpan.Zero));

    public AuthModel Model { get; }

    public static string Challenge { get; } = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static SignInProvider Create() => new();

    /// <summary>A request that is in order; a null takes a parameter away.</summary>
    public static string Query(params (string Name, string? Value)[] changes)
    {
        var fields = new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = "web",
            ["redirect_uri"] = Redirect,
            ["response_type"] = "code",
            ["scope"] = "openid offline_access",
            ["state"] = "st&te",
            ["nonce"] = "n0nce",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return Form([.. fields.Where(field => field.Value is not null).Select(field => (field.Key, field.Value!))]);
    }

    public static string Form(params (string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>What the client finds in the query of the place that the browser was sent to.</summary>
    public static ImmutableDictionary<string, string> Landed(AuthAnswer answer)
    {
        answer.Status.Should().Be(302);
        FormFields.TryParse(new Uri(answer.Headers["Location"]).Query.TrimStart('?'), out var fields).Should().BeTrue();
        return fields!;
    }

    public static JsonObject Json(AuthAnswer answer) => (JsonObject)JsonNode.Parse(answer.Body)!;

    public static string Text(AuthAnswer answer, string member) => Json(answer)[member]!.GetValue<string>();

    public AuthAnswer Login(string query, string user = "alice", string password = "pass word&") =>
        Model.Login(Form(("ticket", query), ("username", user), ("password", password)));

    /// <summary>Signs alice in.</summary>
    public string Code(params (string Name, string? Value)[] changes) => Landed(Login(Query(changes)))["code"];

    public AuthAnswer Redeem(string code, string client = "web", string secret = "secret", string redirect = Redirect, string? verifier = Verifier) =>
        Token(
            client,
            secret,
            [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), .. verifier is null ? [] : new[] { ("code_verifier", verifier) }]);

    public AuthAnswer Refresh(string token, string client = "web", string secret = "secret") =>
        Token(client, secret, [("grant_type", "refresh_token"), ("refresh_token", token)]);

    public AuthAnswer Token(string client, string secret, (string Name, string Value)[] fields) =>
        Model.AnswerTokenCall(new TokenCall(null, Form([.. fields, ("client_id", client), ("client_secret", secret)])));

    public AuthAnswer Introspect(string token) =>
        Model.Introspect(new TokenCall(null, Form(("token", token), ("client_id", "web"), ("client_secret", "secret"))));

    public bool IsActive(string token) => Json(Introspect(token))["active"]!.GetValue<bool>();

    public void Change(FacetSettings settings) => Model.Change(new FacetOrder { Settings = settings });

    public void Dispose() => key.Dispose();
}
