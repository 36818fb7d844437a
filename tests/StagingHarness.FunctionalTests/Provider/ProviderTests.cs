using System.Collections.Immutable;
using System.Net;
using System.Text;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.FunctionalTests.Provider;

/// <summary>The provider stand-in, driven through its adapter and through the library that real servers validate with.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class ProviderTests
{
    private const string Client = "portal & client";
    private const string Secret = "s3cr=t/with+odd%{listen}characters";

    private static readonly ProviderOrder Order = new()
    {
        Audience = "client-portal",
        TokenLifetime = TimeSpan.FromMinutes(10),
        Clients = ImmutableSortedDictionary<string, string>.Empty.Add(Client, Secret),
    };

    private RunningStandIn standIn = null!;

    [SetUp]
    public async Task Start() => standIn = await RunningStandIn.StartAsync(Order, "provider-tests");

    [TearDown]
    public async Task Stop() => await standIn.DisposeAsync();

    [Test]
    public async Task Call_that_was_given_up_while_it_waited_is_counted(CancellationToken cancellationToken)
    {
        await ChangeAsync("discovery", new EndpointRule { DelayMilliseconds = 50_000 }, cancellationToken);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        impatient.CancelAfter(TimeSpan.FromMilliseconds(200));

        var ask = () => standIn.Http.GetAsync(new Uri(standIn.Instance.AddressOf("http"), "/.well-known/openid-configuration"), impatient.Token);

        await ask.Should().ThrowAsync<OperationCanceledException>();
        while ((await standIn.Provider.ReadAsync(cancellationToken)).Calls["discovery"] == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }

        (await standIn.Provider.ReadAsync(cancellationToken)).StubErrors.Should().BeEmpty();
    }

    [Test]
    public async Task Token_passes_the_stock_validation_against_the_live_documents(CancellationToken cancellationToken)
    {
        var token = await standIn.Provider.ObtainTokenAsync(Client, cancellationToken);

        var result = await ValidateAsync(token.Value, Order.Audience, cancellationToken);

        result.Exception.Should().BeNull();
        result.IsValid.Should().BeTrue();
        token.ExpiresIn.Should().Be(TimeSpan.FromMinutes(10));
        var read = (JsonWebToken)result.SecurityToken;
        (read.Alg, read.Typ, read.Subject, read.Issuer).Should().Be(("RS256", "JWT", Client, standIn.Provider.Issuer.OriginalString));
        (await standIn.Provider.ReadAsync(cancellationToken)).Calls.Where(endpoint => endpoint.Value > 0).Should().BeEquivalentTo(
            new Dictionary<string, long> { ["discovery"] = 1, ["jwks"] = 1, ["token"] = 1 });
    }

    [Test]
    public async Task Token_for_another_audience_fails_the_stock_validation(CancellationToken cancellationToken)
    {
        var token = await standIn.Provider.ObtainTokenAsync(Client, cancellationToken);

        var result = await ValidateAsync(token.Value, "somebody-else", cancellationToken);

        result.Exception.Should().BeOfType<SecurityTokenInvalidAudienceException>();
    }

    [Test]
    public async Task Token_with_a_changed_byte_fails_the_stock_validation(CancellationToken cancellationToken)
    {
        var token = await standIn.Provider.ObtainTokenAsync(Client, cancellationToken);
        var parts = token.Value.Split('.');
        parts[1] = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace(Order.Audience, "client-Portal", StringComparison.Ordinal));

        var result = await ValidateAsync(string.Join('.', parts), "client-Portal", cancellationToken);

        result.Exception.Should().BeOfType<SecurityTokenInvalidSignatureException>();
    }

    [Test]
    public async Task Client_may_authenticate_with_a_header_instead(CancellationToken cancellationToken)
    {
        var pair = $"{Uri.EscapeDataString(Client)}:{Uri.EscapeDataString(Secret)}";
        using var request = TokenRequest(new() { ["grant_type"] = "client_credentials" });
        request.Headers.Add("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

        using var answer = await standIn.Http.SendAsync(request, cancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.GetValues(StandInProgram.MarkerHeader).Should().Equal("token");
    }

    [Test]
    public async Task Wrong_secret_is_401_invalid_client(CancellationToken cancellationToken)
    {
        var wrong = new ProviderMember(standIn.Http, new DirectDialer(), new StageTrust(), TimeProvider.System).Attach(
            standIn.Instance, Order with { Clients = Order.Clients.SetItem(Client, "wrong") }, standIn.Run);

        var obtain = () => wrong.ObtainTokenAsync(Client, cancellationToken);

        (await obtain.Should().ThrowAsync<ControlException>()).Which.Message.Should()
            .StartWith("The provider stand-in did not obey: 'POST /token' was answered 401:").And.Contain("invalid_client");
    }

    [Test]
    public async Task Endpoint_that_is_told_so_moves_waits_and_resets(CancellationToken cancellationToken)
    {
        await ChangeAsync("token", new EndpointRule { MovedTo = "/v2/token", Status = 307 }, cancellationToken);
        using var browser = new HttpClient();
        using var moved = TokenRequest(new() { ["grant_type"] = "client_credentials", ["client_id"] = Client, ["client_secret"] = Secret });
        using var token = await browser.SendAsync(moved, cancellationToken);
        token.StatusCode.Should().Be(HttpStatusCode.OK, "a redirect of this kind keeps method and body");

        await ChangeAsync("token", new EndpointRule { MovedTo = "/v2/token", Status = 301 }, cancellationToken);
        using var movedAgain = TokenRequest(new() { ["grant_type"] = "client_credentials", ["client_id"] = Client, ["client_secret"] = Secret });
        using var refused = await browser.SendAsync(movedAgain, cancellationToken);
        refused.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed, "a redirect of this kind makes a GET of it");
        refused.Content.Headers.Allow.Should().Equal("POST");

        await ChangeAsync("jwks", new EndpointRule { Reset = true }, cancellationToken);
        var read = () => standIn.Http.GetAsync(new Uri(standIn.Instance.AddressOf("http"), "/jwks"), cancellationToken);
        await read.Should().ThrowAsync<HttpRequestException>();

        await ChangeAsync("jwks", new EndpointRule { DelayMilliseconds = 200, Status = 503, Body = "<html>", ContentType = "text/html" }, cancellationToken);
        var begun = TimeProvider.System.GetTimestamp();
        using var answer = await read();
        TimeProvider.System.GetElapsedTime(begun).Should().BeGreaterThan(TimeSpan.FromMilliseconds(190));
        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await answer.Content.ReadAsStringAsync(cancellationToken)).Should().Be("<html>");

        var calls = (await standIn.Provider.ReadAsync(cancellationToken)).Calls;
        calls["token"].Should().Be(4, "each call that was sent on was one, and the one that came was another");
        calls["jwks"].Should().Be(2);
    }

    [Test]
    public async Task Order_that_makes_no_sense_is_refused_and_changes_nothing(CancellationToken cancellationToken)
    {
        var change = () => ChangeAsync("tokens", new EndpointRule(), cancellationToken);

        (await change.Should().ThrowAsync<ControlException>()).Which.Message.Should().Contain("there is no endpoint 'tokens'; use one of authorize, device, device-authorization, discovery, end-session");
    }

    [Test]
    public async Task Call_that_no_stub_expects_is_404_and_read_as_unmatched_without_its_query(CancellationToken cancellationToken)
    {
        using var unknown = await standIn.Http.GetAsync(new Uri(standIn.Instance.AddressOf("http"), "/v2/keys?client_secret=hidden"), cancellationToken);
        using var admin = await standIn.Http.GetAsync(new Uri(standIn.Instance.AddressOf("http"), "/__admin/mappings"), cancellationToken);
        using var json = await standIn.Http.PostAsync(
            new Uri(standIn.Instance.AddressOf("http"), StandInProgram.TokenPath),
            new StringContent("grant_type=client_credentials", Encoding.UTF8, "application/json"),
            cancellationToken);

        foreach (var answer in new[] { unknown, admin, json })
        {
            answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
            answer.Headers.GetValues(StandInProgram.MarkerHeader).Should().Equal("unmatched");
        }

        var reading = await standIn.Provider.ReadAsync(cancellationToken);
        reading.Unmatched.Should().Equal("GET /v2/keys", "GET /__admin/mappings", "POST /token");
        reading.UnmatchedCount.Should().Be(3);
        reading.Calls["token"].Should().Be(0);
        reading.StubErrors.Should().BeEmpty();
    }

    [Test]
    public async Task Parallel_calls_are_counted_exactly(CancellationToken cancellationToken)
    {
        var unknown = new Uri(standIn.Instance.AddressOf("http"), "/unknown");
        var tokens = Enumerable.Range(0, 200).Select(_ => Task.Run(() => standIn.Provider.ObtainTokenAsync(Client, cancellationToken)));
        var strays = Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var answer = await standIn.Http.GetAsync(unknown, cancellationToken);
        }));

        var straying = Task.WhenAll(strays);
        var got = await Task.WhenAll(tokens);
        await straying;

        got.Select(token => token.Value).Should().OnlyHaveUniqueItems();
        var reading = await standIn.Provider.ReadAsync(cancellationToken);
        reading.Calls["token"].Should().Be(200);
        reading.UnmatchedCount.Should().Be(200);
        reading.Unmatched.Should().HaveCount(100);
    }

    [Test]
    public async Task Nothing_secret_stands_in_journal_readings_or_output(CancellationToken cancellationToken)
    {
        var token = await standIn.Provider.ObtainTokenAsync(Client, cancellationToken);
        using var refused = await standIn.Http.SendAsync(TokenRequest(new() { ["grant_type"] = "password", ["password"] = "hunter2" }), cancellationToken);

        var journal = await ReadControlAsync(StandInProgram.JournalPath, cancellationToken);
        var readings = await ReadControlAsync(StandInProgram.ReadingsPath, cancellationToken);

        journal.Should().Contain("\"path\":\"/token\"").And.Contain("\"status\":200").And.Contain("\"status\":401");
        foreach (var text in new[] { journal, readings, string.Join('\n', standIn.Instance.Output) })
        {
            text.Should().NotContain(token.Value).And.NotContain("s3cr").And.NotContain("hunter2").And.NotContain(standIn.Run.ControlToken);
        }
    }

    [TestCase(null)]
    [TestCase("wrong")]
    public async Task Control_without_the_runs_token_is_401(string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(standIn.Instance.AddressOf("control"), StandInProgram.ReadingsPath));
        if (token is not null)
        {
            request.Headers.Add(ControlToken.Header, token);
        }

        using var answer = await standIn.Http.SendAsync(request, cancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Second_stand_in_on_a_taken_port_ends_at_once_and_says_which(CancellationToken cancellationToken)
    {
        var taken = standIn.Instance.AddressOf("http").GetLeftPart(UriPartial.Authority);
        var order = new ProviderMember(standIn.Http, new DirectDialer(), new StageTrust(), TimeProvider.System).CreateOrder(Order, standIn.Run);
        order = order with { Arguments = [order.Arguments[0], taken, .. order.Arguments[2..]] };

        var start = () => LocalInstance.StartAsync(order, cancellationToken);

        (await start.Should().ThrowAsync<InstanceDiedException>()).Which.Exit.Should().BeEquivalentTo(
            new { ExitCode = 1, LastOutput = new[] { $"Failed to bind to address {taken}: address already in use." } });
    }

    [Test]
    public async Task Sigterm_ends_it_cleanly(CancellationToken cancellationToken)
    {
        var exit = await standIn.Instance.StopAsync(TimeSpan.FromSeconds(10), cancellationToken);

        exit.ExitCode.Should().Be(0);
    }

    private HttpRequestMessage TokenRequest(Dictionary<string, string> form) =>
        new(HttpMethod.Post, new Uri(standIn.Instance.AddressOf("http"), StandInProgram.TokenPath)) { Content = new FormUrlEncodedContent(form) };

    private async Task<string> ReadControlAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(standIn.Instance.AddressOf("control"), path));
        request.Headers.Add(ControlToken.Header, standIn.Run.ControlToken);
        using var answer = await standIn.Http.SendAsync(request, cancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, string audience, CancellationToken cancellationToken)
    {
        var documents = new ConfigurationManager<OpenIdConnectConfiguration>(
            standIn.Provider.Issuer.OriginalString + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(standIn.Http) { RequireHttps = false });
        var configuration = await documents.GetConfigurationAsync(cancellationToken);
        return await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAudience = audience,
            ValidAlgorithms = ["RS256"],
            ValidTypes = ["JWT"],
        });
    }

    private Task<ProviderState> ChangeAsync(string endpoint, EndpointRule rule, CancellationToken cancellationToken) => standIn.Provider.ChangeAsync(
        new ProviderChangeOrder { Settings = new FacetSettings { Endpoints = ImmutableSortedDictionary<string, EndpointRule>.Empty.Add(endpoint, rule) } }, cancellationToken);
}
