using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Composition;
using StagingHarness.Engines;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.FunctionalTests.Replay;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Portal;

/// <summary>The sample system finishes what it has begun.</summary>
public sealed class ShutdownTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Request_in_flight_at_SIGTERM_is_finished()
    {
        using var bound = new CancellationTokenSource(Patience, TimeProvider.System);
        using var runs = new TemporaryFolder();
        using var provider = new TcpListener(IPAddress.Loopback, 0);
        provider.Start();
        using var stage = new StageComposition(new ChosenEngine.Process { Reason = "a test asked for it" }, TimeProvider.System);
        var ports = stage.CreatePorts(Checkout.Root, new RunFolder(runs.Path), new RunIdentity { RunId = "shutdown-test", ControlToken = "unused" });
        await using var engine = ports.Engine;
        var server = await StartAsync(engine, ((IPEndPoint)provider.LocalEndpoint).Port, bound.Token);
        using var client = new HttpClient();
        var answer = client.SendAsync(Request(server.AddressOf("http")), bound.Token);
        using var asked = await provider.AcceptSocketAsync(bound.Token);

        var stopping = server.StopAsync(TimeSpan.FromSeconds(20), bound.Token);
        await NoLongerListensAsync(server.AddressOf("http"), bound.Token);
        await asked.SendAsync(Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

        (await answer).StatusCode.Should().Be(HttpStatusCode.Unauthorized, "the server must still answer, and no provider vouches for the token");
        var exit = await stopping;
        exit.Killed.Should().BeFalse();
        exit.ExitCode.Should().Be(0);
    }

    private static async Task<IInstance> StartAsync(IEngine engine, int providerPort, CancellationToken cancellationToken)
    {
        var service = ScenarioLoader.Load(Path.Combine(Checkout.Root, Replays.Gate), []).Plan!.System.Service("portal");
        await engine.PrepareAsync([service.Platforms["2"], service.Releases["2.0"]], new Progress<string>(), cancellationToken);
        var placement = await engine.PlaceAsync(
            new PlacementOrder
            {
                Instance = "portal-1",
                Version = new ServerVersion("2.0", "2"),
                Platform = service.Platforms["2"],
                Release = service.Releases["2.0"],
            },
            cancellationToken);
        return await engine.StartAsync(
            new InstanceOrder
            {
                Name = "portal-1",
                Generation = 1,
                Program = new ProgramSource.Placed(placement),
                Arguments = [],
                Environment = ImmutableSortedDictionary<string, string>.Empty
                    .Add("ASPNETCORE_URLS", "{listen.http}")
                    .Add("Portal__ReleasePath", "{release.path}")
                    .Add("Portal__ApiKeys__0", "unused")
                    .Add("Portal__Provider__Issuer", $"http://127.0.0.1:{providerPort}")
                    .Add("Portal__Provider__Audience", "client-portal"),
                Listeners = [new("http", ListenerReach.Stage)],
                Readiness = new ReadinessCheck.HttpOk("http", "/health") { Deadline = Patience },
            },
            cancellationToken);
    }

    /// <summary>A token of the right form, which makes the server ask the provider for its keys.</summary>
    private static HttpRequestMessage Request(Uri address)
    {
        var parts = new[] { """{"alg":"RS256","kid":"k","typ":"JWT"}""", """{"iss":"somebody","aud":"client-portal","exp":4102444800}""", "signature" };
        var token = string.Join('.', parts.Select(part => Convert.ToBase64String(Encoding.ASCII.GetBytes(part)).TrimEnd('=')));
        return new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/api/account"))
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
    }

    /// <summary>The server has taken note of the signal when it accepts no connection any more.</summary>
    private static async Task NoLongerListensAsync(Uri address, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var attempt = new TcpClient();
            try
            {
                await attempt.ConnectAsync(address.Host, address.Port, cancellationToken);
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }
}
