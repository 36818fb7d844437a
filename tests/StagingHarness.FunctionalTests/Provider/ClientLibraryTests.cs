using System.Collections.Immutable;
using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Duende.IdentityModel.Client;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Protocols.Provider;
using TokenResponse = Duende.IdentityModel.Client.TokenResponse;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>
/// Clients that others wrote take the stand-in for a provider: ASP.NET Core's handler signs people in and out, and Duende's client library
/// renews their tokens.
/// </summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class ClientLibraryTests
{
    private const string Password = "pa55";

    private static readonly ProviderOrder Order = new()
    {
        Audience = "client-portal",
        TokenLifetime = TimeSpan.FromMinutes(10),
        Clients = ImmutableSortedDictionary<string, string>.Empty.Add(ClientSite.ClientId, ClientSite.ClientSecret),
        SignIn = new SignInSetup
        {
            Clients = ImmutableSortedDictionary<string, ClientRedirects>.Empty
                .Add(ClientSite.ClientId, new ClientRedirects { SignedIn = ["/signin-oidc"], SignedOut = ["/signout-callback-oidc"] }),
            Users = ImmutableSortedDictionary<string, SignInUser>.Empty.Add("alice", new SignInUser { Password = Password, Claims = """{"name":"Alice Archer"}""" }),
        },
    };

    private HttpClient browser = null!;
    private RunningStandIn standIn = null!;
    private ClientSite site = null!;

    [OneTimeSetUp]
    public async Task StartProvider() => standIn = await RunningStandIn.StartAsync(Order, "client-library-tests");

    [OneTimeTearDown]
    public async Task StopProvider() => await standIn.DisposeAsync();

    [SetUp]
    public async Task Start()
    {
        await standIn.Provider.ChangeAsync(new ProviderChangeOrder { Restore = true }, CancellationToken.None);
        browser = CreateBrowser();
        site = await ClientSite.StartAsync(standIn.Provider.Issuer);
    }

    [TearDown]
    public async Task Stop()
    {
        browser.Dispose();
        await site.DisposeAsync();
    }

    [TestCase(PushedAuthorization.None, 0)]
    [TestCase(PushedAuthorization.Required, 1)]
    public async Task Sign_in_renewal_and_sign_out_go_all_the_way(PushedAuthorization pushed, int calls, CancellationToken cancellationToken)
    {
        await standIn.Provider.ChangeAsync(new ProviderChangeOrder { Settings = new FacetSettings { PushedAuthorization = pushed } }, cancellationToken);
        var before = (await standIn.Provider.ReadAsync(cancellationToken)).Calls;

        using var signedIn = await SignInAsync(cancellationToken);

        site.Failure.Should().BeNull();
        signedIn.RequestMessage!.RequestUri.Should().Be(new Uri(site.Address, "/tokens"));
        site.Taken!.Value.Issuer.Should().Be(standIn.Provider.Issuer.OriginalString);
        (await browser.GetStringAsync(site.Address, cancellationToken)).Should().Be("Alice Archer");
        var tokens = (await signedIn.Content.ReadAsStringAsync(cancellationToken)).Split(' ');

        var renewed = await RenewAsync(tokens[1], cancellationToken);
        renewed.Error.Should().BeNull();
        renewed.AccessToken.Should().NotBeNullOrEmpty().And.NotBe(tokens[0]);
        (await TellUserAsync(renewed.AccessToken!, cancellationToken)).Should().Contain(claim => claim.Type == "name" && claim.Value == "Alice Archer");

        using var signedOut = await browser.PostAsync(new Uri(site.Address, "/sign-out"), content: null, cancellationToken);
        signedOut.RequestMessage!.RequestUri.Should().Be(site.Address, "the provider sent the browser back, and the site sent it on");
        (await signedOut.Content.ReadAsStringAsync(cancellationToken)).Should().Be("nobody");
        (await RenewAsync(renewed.RefreshToken!, cancellationToken)).Error.Should().Be("invalid_grant", "the sign-in is over");

        var reading = await standIn.Provider.ReadAsync(cancellationToken);
        reading.UnmatchedCount.Should().Be(0);
        reading.StubErrors.Should().BeEmpty();
        (reading.Calls["end-session"] - before["end-session"], reading.Calls["par"] - before["par"]).Should().Be((1, calls));
    }

    [Test]
    public async Task Id_token_that_nobody_can_check_is_refused_by_the_handler(CancellationToken cancellationToken)
    {
        var settings = new FacetSettings { Algorithm = "ES256", KeySet = KeySetMode.Stale };
        await standIn.Provider.ChangeAsync(new ProviderChangeOrder { Settings = settings }, cancellationToken);

        using var refused = await SignInAsync(cancellationToken);

        refused.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        site.Failure.Should().Contain("IDX10503").And.NotContain(Password);
        site.Taken.Should().BeNull();
    }

    /// <summary>It follows redirects and keeps cookies.</summary>
    private static HttpClient CreateBrowser() => new(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() });

    /// <returns>The answer to which the browser was led in the end.</returns>
    private async Task<HttpResponseMessage> SignInAsync(CancellationToken cancellationToken)
    {
        using var page = await browser.GetAsync(new Uri(site.Address, "/tokens"), cancellationToken);
        var html = await page.Content.ReadAsStringAsync(cancellationToken);
        page.StatusCode.Should().Be(HttpStatusCode.OK, "{0}", html);
        var ticket = WebUtility.HtmlDecode(Regex.Match(html, "name=\"ticket\" value=\"([^\"]+)\"").Groups[1].Value);
        var action = Regex.Match(html, "action=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["ticket"] = ticket, ["username"] = "alice", ["password"] = Password });
        return await browser.PostAsync(new Uri(page.RequestMessage!.RequestUri!, action), form, cancellationToken);
    }

    private async Task<TokenResponse> RenewAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var documents = await browser.GetDiscoveryDocumentAsync(standIn.Provider.Issuer.OriginalString, cancellationToken);
        using var request = new RefreshTokenRequest
        {
            Address = documents.TokenEndpoint,
            ClientId = ClientSite.ClientId,
            ClientSecret = ClientSite.ClientSecret,
            RefreshToken = refreshToken,
        };
        return await browser.RequestRefreshTokenAsync(request, cancellationToken);
    }

    private async Task<IEnumerable<Claim>> TellUserAsync(string accessToken, CancellationToken cancellationToken)
    {
        var documents = await browser.GetDiscoveryDocumentAsync(standIn.Provider.Issuer.OriginalString, cancellationToken);
        using var request = new UserInfoRequest { Address = documents.UserInfoEndpoint, Token = accessToken };
        return (await browser.GetUserInfoAsync(request, cancellationToken)).Claims;
    }
}
