using System.Collections.Immutable;
using System.Net;
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

namespace StagingHarness.FunctionalTests.OpenApi;

/// <summary>A document is imported by the real command, and played by the real stand-in to a real client.</summary>
[TestFixture]
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ImportTests : IDisposable
{
    private static readonly RunIdentity Run = new() { RunId = "import-tests", ControlToken = "token-of-the-import-tests" };

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task Imported_third_party_is_played_and_what_it_does_not_document_is_a_near_miss(CancellationToken cancellationToken)
    {
        var order = new ProviderOrder
        {
            Audience = "shop",
            TokenLifetime = TimeSpan.FromMinutes(10),
            Clients = ImmutableSortedDictionary<string, string>.Empty,
            Mappings = new StandInMappings { Plain = await ImportAsync(cancellationToken), Contracts = StandInMappings.None.Contracts },
        };
        using var control = ControlHttp.Create(new DirectDialer());
        var member = new ProviderMember(control, new DirectDialer(), new StageTrust(), TimeProvider.System);
        await using var instance = await LocalInstance.StartAsync(member.CreateOrder(order, Run), cancellationToken);
        var provider = member.Attach(instance, order, Run);
        await provider.PrepareAsync(cancellationToken);
        http.BaseAddress = instance.AddressOf("http");

        (await CallAsync("GET", "/rates?base=EUR&quote=USD&precision=4", null, cancellationToken)).Should().Be((HttpStatusCode.OK, """{"base":"EUR","quote":"USD","value":1.0832}"""));
        (await CallAsync("GET", "/rates/EUR/USD/history?day=2023-05-13", null, cancellationToken)).Body.Should().StartWith("""{"rates":[{"base":"EUR","quote":"USD","value":1.0832,"at":"2026-01-15T09:30:00Z"}""");
        (await CallAsync("POST", "/alerts", "application/json; charset=utf-8", cancellationToken)).Status.Should().Be(HttpStatusCode.Created);
        (await CallAsync("DELETE", "/alerts/42", null, cancellationToken)).Should().Be((HttpStatusCode.NoContent, ""));

        (await CallAsync("GET", "/rates?base=EUR", null, cancellationToken)).Status.Should().Be(HttpStatusCode.NotFound);
        (await CallAsync("DELETE", "/alerts/42/all", null, cancellationToken)).Status.Should().Be(HttpStatusCode.NotFound);
        (await CallAsync("DELETE", "/alerts/", null, cancellationToken)).Status.Should().Be(HttpStatusCode.NotFound);
        (await CallAsync("POST", "/alerts", "text/plain", cancellationToken)).Status.Should().Be(HttpStatusCode.NotFound);

        var reading = await provider.ReadAsync(cancellationToken);
        reading.StubErrors.Should().BeEmpty();
        reading.Calls.Should().Contain("getRate", 1).And.Contain("listRates", 1).And.Contain("createAlert", 1).And.Contain("deleteAlert", 1);
        reading.NearMisses["GET /rates"].Should().Be("'getRate' comes nearest, and query parameter 'quote' does not fit");
        reading.NearMisses["POST /alerts"].Should().Be("'createAlert' comes nearest, and header 'Content-Type' does not fit");
        reading.UnmatchedCount.Should().Be(4);
    }

    private async Task<ImmutableArray<StandInMapping>> ImportAsync(CancellationToken cancellationToken)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var document = Path.Combine(Checkout.Root, "scenarios", "systems", "price-desk", "rates", "v1.openapi.yaml");
        (await StageCommandLine.RunAsync(["import", "openapi", document, "--out", folder.Path], output, error)).Should().Be(0, error.ToString());
        var mappings = ImmutableArray.CreateBuilder<StandInMapping>();
        foreach (var file in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            using var mapping = JsonDocument.Parse(text);
            mappings.Add(new StandInMapping { Name = mapping.RootElement.GetProperty("Title").GetString()!, Json = text });
        }

        return mappings.ToImmutable();
    }

    private async Task<(HttpStatusCode Status, string Body)> CallAsync(string method, string target, string? contentType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (contentType is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var answer = await http.SendAsync(request, cancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }
}
