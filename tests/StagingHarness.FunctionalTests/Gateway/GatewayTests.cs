using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.FunctionalTests.Traffic;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Gateway;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.FunctionalTests.Gateway;

/// <summary>The gateway program, driven through its adapter, in front of real servers.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class GatewayTests
{
    private static readonly RunIdentity Run = new() { RunId = "gateway-tests", ControlToken = "token-of-the-gateway-tests" };

    private HttpClient http = null!;
    private LocalInstance instance = null!;
    private IGateway gateway = null!;
    private AppServer one = null!;
    private AppServer two = null!;

    [SetUp]
    public async Task Start()
    {
        http = ControlHttp.Create(new DirectDialer());
        var member = new GatewayMember(http, TimeProvider.System);
        instance = await LocalInstance.StartAsync(member.CreateOrder(GatewayOrder.Plain, Run), CancellationToken.None);
        gateway = member.Attach(instance, Run);
        one = await AppServer.StartAsync("one");
        two = await AppServer.StartAsync("two");
    }

    [TearDown]
    public async Task Stop()
    {
        http.Dispose();
        await one.DisposeAsync();
        await two.DisposeAsync();
        await instance.DisposeAsync();
    }

    [Test]
    public async Task Answer_of_a_server_is_stamped_with_the_server_and_its_version(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);

        using var answer = await GetAsync(AppServer.Ok, cancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(cancellationToken)).Should().Be("one");
        StampOf(answer).Should().Be("app one 2.0 1");
    }

    [Test]
    public async Task Failure_of_the_app_passes_through_as_the_apps(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);

        using var answer = await GetAsync(AppServer.Fails, cancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        StampOf(answer).Should().Be("app one 2.0 1");
        (await ReadStatusAsync(cancellationToken)).Failures.Should().BeEmpty();
    }

    [Test]
    public async Task Dead_server_is_502_of_the_gateway_and_counted_by_kind(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([new GatewayTarget(new ServerStamp("dead", "2.0", "1"), FindClosedAddress())], cancellationToken);

        using var answer = await GetAsync(AppServer.Ok, cancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        StampOf(answer).Should().Be("gateway - - -");
        (await ReadStatusAsync(cancellationToken)).Failures.Should().Equal(new Dictionary<string, long> { ["Request"] = 1 });
    }

    [Test]
    public async Task No_target_is_503_of_the_gateway(CancellationToken cancellationToken)
    {
        using var before = await GetAsync(AppServer.Ok, cancellationToken);
        await gateway.RouteAsync([Target(one)], cancellationToken);
        await gateway.RouteAsync([], cancellationToken);
        using var after = await GetAsync(AppServer.Ok, cancellationToken);

        foreach (var answer in new[] { before, after })
        {
            answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            StampOf(answer).Should().Be("gateway - - -");
        }

        (await ReadStatusAsync(cancellationToken)).WithoutTarget.Should().Be(2);
    }

    [Test]
    public async Task Stamps_that_a_server_sends_are_replaced(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);

        using var answer = await GetAsync(AppServer.Spoofs, cancellationToken);

        StampOf(answer).Should().Be("app one 2.0 1");
    }

    [Test]
    public async Task Request_reaches_the_server_as_sent_with_forwarding_headers_and_without_stamps(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Address, AppServer.Echoes));
        request.Headers.Host = "portal.example";
        request.Headers.Add(StampHeaders.Instance, "forged");
        request.Headers.Add("Authorization", "Bearer " + new string('t', 40_000));

        using var answer = await http.SendAsync(request, cancellationToken);
        var seen = (await answer.Content.ReadAsStringAsync(cancellationToken)).Split('\n');

        seen.Should().Contain("Host: portal.example").And.Contain("X-Forwarded-Host: portal.example")
            .And.Contain("X-Forwarded-For: 127.0.0.1").And.Contain("X-Forwarded-Proto: http")
            .And.Contain("Authorization: Bearer " + new string('t', 40_000))
            .And.NotContain(line => line.Contains("forged", StringComparison.Ordinal));
    }

    [TestCase("GET", "", 3, "200")]
    [TestCase("GET", "Content-Length: 0\r\n", 2, "502", Description = "as the generator sends it")]
    [TestCase("POST", "Content-Length: 8\r\n", 2, "502")]
    [TestCase("POST", "Content-Length: 0\r\n", 2, "502")]
    [TestCase("POST", "", 2, "502")]
    [TestCase("PATCH", "", 2, "502")]
    public async Task Kept_connection_that_breaks_repeats_a_read_and_never_a_write(
        string method, string length, int arrived, string status, CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.Number == 2 ? throw ScriptedRequest.Close() : request.AnswerAsync(200));
        await gateway.RouteAsync([new GatewayTarget(new ServerStamp("broken", "2.0", "1"), server.Address)], cancellationToken);
        using var first = await GetAsync(AppServer.Ok, cancellationToken);
        var body = length.Contains('8', StringComparison.Ordinal) ? "an order" : "";

        var answer = await SendRawAsync($"{method} /orders HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n{length}\r\n{body}", cancellationToken);

        answer.Should().StartWith($"HTTP/1.1 {status} ");
        server.Requests.Should().Be(arrived, "one before, then once, or once more");
    }

    [Test]
    public async Task Targets_are_taken_in_turn(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one), Target(two)], cancellationToken);

        var names = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            names.Add(await http.GetStringAsync(new Uri(gateway.Address, AppServer.Ok), cancellationToken));
        }

        names.Should().Equal("one", "two", "one", "two", "one", "two");
    }

    [Test]
    public async Task Body_that_breaks_half_way_breaks_at_the_client_too(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);

        using var answer = await http.GetAsync(
            new Uri(gateway.Address, AppServer.BreaksHalfWay), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var half = new byte[AppServer.Half.Length];
        await body.ReadExactlyAsync(half, cancellationToken);
        one.Release();
        var readOn = async () => await body.ReadAsync(half, cancellationToken);

        await readOn.Should().ThrowAsync<IOException>();
        StampOf(answer).Should().Be("app one 2.0 1");
        await WaitUntilEmptyAsync(one.Address, cancellationToken);
        (await ReadStatusAsync(cancellationToken)).Failures.Should().Equal(
            new Dictionary<string, long> { ["ResponseBodyDestination"] = 1 });
    }

    [Test]
    public async Task Server_that_is_no_target_any_more_keeps_its_request_and_its_count(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);
        var held = GetAsync(AppServer.Waits, cancellationToken);
        await one.Waiting.WaitAsync(cancellationToken);

        await gateway.RouteAsync([Target(two)], cancellationToken);

        (await gateway.CountInFlightAsync(one.Address, cancellationToken)).Should().Be(1);
        (await http.GetStringAsync(new Uri(gateway.Address, AppServer.Ok), cancellationToken)).Should().Be("two");
        one.Release();
        using var answer = await held;
        StampOf(answer).Should().Be("app one 2.0 1");
        await WaitUntilEmptyAsync(one.Address, cancellationToken);
    }

    [Test]
    public async Task Switch_under_load_fails_no_request_and_sends_none_to_an_old_target(CancellationToken cancellationToken)
    {
        const int clients = 200;
        const int requestsEach = 10;
        const int changes = 6;
        var switched = 0;
        await gateway.RouteAsync([Target(one, "0")], cancellationToken);
        var traffic = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(SendAsync, cancellationToken)));

        for (var change = 1; !traffic.IsCompleted; change++)
        {
            await gateway.RouteAsync([Target(change % 2 == 0 ? one : two, $"{change}")], cancellationToken);
            Volatile.Write(ref switched, change);
            using var first = await GetAsync(AppServer.Ok, cancellationToken);
            Header(first, StampHeaders.Release).Should().Be($"{change}");
        }

        (await traffic).Should().HaveCount(clients).And.OnlyContain(sent => sent >= requestsEach);
        switched.Should().BeGreaterThanOrEqualTo(changes);

        async Task<int> SendAsync()
        {
            var sent = 0;
            for (; sent < requestsEach || Volatile.Read(ref switched) < changes; sent++)
            {
                var earliest = Volatile.Read(ref switched);
                using var answer = await GetAsync(AppServer.Ok, cancellationToken);
                var release = int.Parse(Header(answer, StampHeaders.Release), System.Globalization.CultureInfo.InvariantCulture);
                answer.StatusCode.Should().Be(HttpStatusCode.OK);
                release.Should().BeGreaterThanOrEqualTo(earliest);
                (await answer.Content.ReadAsStringAsync(cancellationToken)).Should().Be(release % 2 == 0 ? "one" : "two");
            }

            return sent;
        }
    }

    [TestCase(null)]
    [TestCase("wrong")]
    [TestCase("token-of-the-gateway-tests-and-more")]
    public async Task Control_without_the_runs_token_is_401_and_changes_nothing(string? token, CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);
        var control = instance.AddressOf("control");
        using var put = new HttpRequestMessage(HttpMethod.Put, new Uri(control, GatewayProgram.TargetsPath));
        put.Content = JsonContent.Create(new RouteOrder { Targets = [] }, GatewayJson.Default.RouteOrder);
        using var get = new HttpRequestMessage(HttpMethod.Get, new Uri(control, GatewayProgram.StatusPath));
        using var unknown = new HttpRequestMessage(HttpMethod.Get, new Uri(control, "/nothing-here"));
        foreach (var request in new[] { put, get, unknown })
        {
            if (token is not null)
            {
                request.Headers.Add(ControlToken.Header, token);
            }

            using var answer = await http.SendAsync(request, cancellationToken);
            answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        (await ReadStatusAsync(cancellationToken)).Revision.Should().Be(1);
    }

    [TestCase(GatewayProgram.TargetsPath)]
    [TestCase(GatewayProgram.StatusPath)]
    [TestCase(GatewayProgram.HealthPath)]
    public async Task Control_paths_of_the_public_listener_belong_to_the_app(string path, CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Address, path));
        request.Headers.Add(ControlToken.Header, Run.ControlToken);

        using var answer = await http.SendAsync(request, cancellationToken);

        (await answer.Content.ReadAsStringAsync(cancellationToken)).Should().Be("one");
        StampOf(answer).Should().Be("app one 2.0 1");
    }

    [Test]
    public async Task Order_with_a_malformed_target_is_refused_and_changes_nothing(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);
        var wrong = new GatewayTarget(new ServerStamp("two", "2.0", ""), new Uri(two.Address, "/path"));

        var route = () => gateway.RouteAsync([wrong], cancellationToken);

        (await route.Should().ThrowAsync<ControlException>()).Which.Message.Should()
            .StartWith("The gateway did not obey: 'PUT /targets' was answered 400:").And.Contain("/path").And.Contain("'platform'");
        (await http.GetStringAsync(new Uri(gateway.Address, AppServer.Ok), cancellationToken)).Should().Be("one");
    }

    [Test]
    public async Task Second_gateway_on_a_taken_port_ends_and_says_which(CancellationToken cancellationToken)
    {
        var taken = instance.AddressOf("http").GetLeftPart(UriPartial.Authority);
        var order = new GatewayMember(http, TimeProvider.System).CreateOrder(GatewayOrder.Plain, Run);
        order = order with { Arguments = [order.Arguments[0], taken, .. order.Arguments[2..]] };

        var start = () => LocalInstance.StartAsync(order, cancellationToken);

        (await start.Should().ThrowAsync<InstanceDiedException>()).Which.Exit.Should().BeEquivalentTo(
            new { ExitCode = 1, LastOutput = new[] { $"Failed to bind to address {taken}: address already in use." } });
    }

    [Test]
    public async Task Request_in_flight_at_sigterm_is_finished(CancellationToken cancellationToken)
    {
        await gateway.RouteAsync([Target(one)], cancellationToken);
        var held = GetAsync(AppServer.Waits, cancellationToken);
        await one.Waiting.WaitAsync(cancellationToken);

        var stop = instance.StopAsync(TimeSpan.FromSeconds(10), cancellationToken);
        one.Release();

        using var answer = await held;
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await stop).ExitCode.Should().Be(0);
    }

    private static GatewayTarget Target(AppServer server, string release = "2.0") =>
        new(new ServerStamp(server.Name, release, "1"), server.Address);

    private static Uri FindClosedAddress()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}");
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "-";

    private static string StampOf(HttpResponseMessage answer) => string.Join(
        ' ',
        Header(answer, StampHeaders.AnsweredBy),
        Header(answer, StampHeaders.Instance),
        Header(answer, StampHeaders.Release),
        Header(answer, StampHeaders.Platform));

    private Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken) =>
        http.GetAsync(new Uri(gateway.Address, path), cancellationToken);

    private async Task<GatewayStatus> ReadStatusAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(instance.AddressOf("control"), GatewayProgram.StatusPath));
        request.Headers.Add(ControlToken.Header, Run.ControlToken);
        using var answer = await http.SendAsync(request, cancellationToken);
        return (await answer.Content.ReadFromJsonAsync(GatewayJson.Default.GatewayStatus, cancellationToken))!;
    }

    /// <summary>The client has its answer a moment before the gateway counts the request as done.</summary>
    private async Task WaitUntilEmptyAsync(Uri address, CancellationToken cancellationToken)
    {
        while (await gateway.CountInFlightAsync(address, cancellationToken) is var count && count != 0)
        {
            count.Should().Be(1);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }
    }

    private async Task<string> SendRawAsync(string request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.Address.Host, gateway.Address.Port, cancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
