using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Cli;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Provider;
using StagingHarness.TestKit.Files;

namespace StagingHarness.FunctionalTests.Recording;

/// <summary>A real server is recorded by the real command, and played by the real stand-in; no byte that was written holds a secret.</summary>
[TestFixture]
[CancelAfter(120_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RecordTests : IDisposable
{
    private static readonly RunIdentity Run = new() { RunId = "record-tests", ControlToken = "token-of-the-record-tests" };

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private ThirdParty party = null!;

    [SetUp]
    public async Task Open() => party = await ThirdParty.StartAsync();

    [TearDown]
    public async Task Close() => await party.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task Recorded_third_party_is_played_and_holds_no_secret(CancellationToken cancellationToken)
    {
        var (exitCode, told, answers) = await RecordAsync(ThirdPartyCalls.All, ["--hide", "pin"], cancellationToken);

        exitCode.Should().Be(0, told);
        var written = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();
        written.Should().ContainSingle();
        var text = Encoding.Latin1.GetString(written[0]);
        foreach (var secret in ThirdPartyCalls.Secrets)
        {
            answers.Should().Contain(answer => answer.Asked.Contains(secret, StringComparison.Ordinal) || answer.Body.Contains(secret, StringComparison.Ordinal)
                || answer.Headers.Contains(secret, StringComparison.Ordinal), "else nothing is shown of '{0}'", secret);
            text.Should().NotContain(secret);
            text.Should().NotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
            told.Should().NotContain(secret);
        }

        told.Should().Contain("Authorization (").And.Contain("Set-Cookie (1)").And.Contain("pin (1)").And.Contain("'POST /token' is left out: there the stand-in answers itself");
        await PlayAsync(Encoding.UTF8.GetString(written[0]), answers, cancellationToken);
    }

    [Test]
    public async Task Same_call_twice_is_one_mapping_with_the_last_answer(CancellationToken cancellationToken)
    {
        var (exitCode, told, _) = await RecordAsync([new("GET", "/counter"), new("GET", "/counter"), new("GET", "/rates?base=EUR"), new("GET", "/rates?base=EUR")], [], cancellationToken);

        exitCode.Should().Be(0, told);
        told.Should().Contain("'GET /counter' was answered in different ways on the same call; the last answer is kept").And.NotContain("'GET /rates' was");
        var mappings = MappingsIn(await File.ReadAllTextAsync(Path.Combine(folder.Path, "recorded.json"), cancellationToken));
        mappings.Select(mapping => mapping.Name).Should().Equal("GET /counter", "GET /rates");
        mappings[0].Json.Should().Contain("\"2\"").And.NotContain("\"1\"");
    }

    [Test]
    public async Task Recording_that_is_there_is_not_replaced(CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.Path, "recorded.json");
        await File.WriteAllTextAsync(file, "mine", cancellationToken);

        var (exitCode, told, _) = await RecordAsync([], [], cancellationToken);
        exitCode.Should().Be(2);
        told.Should().Contain("is there already, and nothing was recorded");
        (await File.ReadAllTextAsync(file, cancellationToken)).Should().Be("mine");

        (exitCode, told, _) = await RecordAsync([new("GET", "/rates?base=EUR")], ["--force"], cancellationToken);
        exitCode.Should().Be(0, told);
        (await File.ReadAllTextAsync(file, cancellationToken)).Should().Contain("/rates");
    }

    [Test]
    public async Task Body_that_is_too_long_is_passed_on_and_not_recorded(CancellationToken cancellationToken)
    {
        var (exitCode, told, answers) = await RecordAsync([new("GET", "/large"), new("GET", "/rates?base=EUR")], ["--body-size", "1000"], cancellationToken);

        exitCode.Should().Be(0, told);
        answers[0].Body.Should().HaveLength(100_000);
        told.Should().Contain("not recorded (1): a body of more than 1000 bytes");
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "recorded.json"), cancellationToken)).Should().NotContain("/large");
    }

    private async Task<(int ExitCode, string Told, List<PartyAnswer> Answers)> RecordAsync(
        IReadOnlyList<PartyCall> calls, string[] more, CancellationToken cancellationToken)
    {
        using var told = new StringWriter();
        using var both = TextWriter.Synchronized(told);
        var listen = new Uri($"http://127.0.0.1:{FreePort()}");
        var recording = StageCommandLine.RunAsync(
            ["record", "--to", party.Address.ToString(), "--out", folder.Path, "--listen", listen.ToString(), "--calls", $"{Math.Max(calls.Count, 1)}", "--for", "60s", .. more], both, both);
        var answers = new List<PartyAnswer>();
        foreach (var call in calls)
        {
            answers.Add(await call.SendAsync(http, listen, cancellationToken));
        }

        return (await recording.WaitAsync(cancellationToken), told.ToString(), answers);
    }

    /// <summary>Each call again, of the stand-in: the same answer, but for what was hidden.</summary>
    private async Task PlayAsync(string text, List<PartyAnswer> answers, CancellationToken cancellationToken)
    {
        var order = new ProviderOrder
        {
            Audience = "shop",
            TokenLifetime = TimeSpan.FromMinutes(10),
            Clients = ImmutableSortedDictionary<string, string>.Empty,
            Mappings = new StandInMappings { Plain = MappingsIn(text), Contracts = StandInMappings.None.Contracts },
        };
        using var control = ControlHttp.Create(new DirectDialer());
        var member = new ProviderMember(control, new DirectDialer(), new StageTrust(), TimeProvider.System);
        await using var instance = await LocalInstance.StartAsync(member.CreateOrder(order, Run), cancellationToken);
        var provider = member.Attach(instance, order, Run);
        await provider.PrepareAsync(cancellationToken);
        var compared = 0;
        foreach (var answer in answers.Where(answer => answer.Call.Target != "/token"))
        {
            var played = await answer.Call.SendAsync(http, instance.AddressOf("http"), cancellationToken);
            played.Status.Should().Be(answer.Status, "of {0} {1}", answer.Call.Method, answer.Call.Target);
            played.Body.Should().Be(Hidden(answer.Body), "of {0} {1}", answer.Call.Method, answer.Call.Target);
            compared++;
        }

        compared.Should().Be(ThirdPartyCalls.All.Length - 1);
        (await provider.ReadAsync(cancellationToken)).StubErrors.Should().BeEmpty();
    }

    private static string Hidden(string body) => ThirdPartyCalls.Secrets.OrderByDescending(secret => secret.Length)
        .Aggregate(body, (text, secret) => text.Replace(secret, "[redacted]", StringComparison.Ordinal));

    private static ImmutableArray<StandInMapping> MappingsIn(string text)
    {
        using var document = JsonDocument.Parse(text);
        return
        [
            .. document.RootElement.GetProperty("mappings").EnumerateArray()
                .Select(mapping => new StandInMapping { Name = mapping.GetProperty("Title").GetString()!, Json = mapping.GetRawText() }),
        ];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
