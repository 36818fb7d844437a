using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Certificates;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Gateway;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Provider;

namespace StagingHarness.FunctionalTests.Processes;

/// <summary>What the harness's own programs bind when they are told so as in a container.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class ListenTests
{
    private static readonly RunIdentity Run = new() { RunId = "listen-tests", ControlToken = "token-of-the-listen-tests" };

    private HttpClient http = null!;

    private InstanceOrder GatewayOrder => new GatewayMember(http, TimeProvider.System).CreateOrder(Execution.Ports.Members.GatewayOrder.Plain, Run);

    private InstanceOrder StandInOrder => new ProviderMember(http, new DirectDialer(), new StageTrust(), TimeProvider.System).CreateOrder(
        new ProviderOrder
        {
            Audience = "portal",
            TokenLifetime = TimeSpan.FromMinutes(1),
            Clients = ImmutableSortedDictionary<string, string>.Empty,
        },
        Run);

    [SetUp]
    public void Start() => http = ControlHttp.Create(new DirectDialer());

    [TearDown]
    public void Stop() => http.Dispose();

    [Test]
    public async Task Gateway_binds_every_address_for_clients_and_the_one_of_a_name_for_the_harness(CancellationToken cancellationToken)
    {
        await using var gateway = await LocalInstance.StartNamedAsync(GatewayOrder, cancellationToken);

        await DemandBoundAsync(gateway, cancellationToken);
    }

    [Test]
    public async Task Stand_in_binds_every_address_for_clients_and_the_one_of_a_name_for_the_harness(CancellationToken cancellationToken)
    {
        await using var standIn = await LocalInstance.StartNamedAsync(StandInOrder, cancellationToken);

        await DemandBoundAsync(standIn, cancellationToken);
    }

    [Test]
    public async Task Stand_in_on_a_port_that_one_address_has_taken_ends_at_once(CancellationToken cancellationToken)
    {
        await using var gateway = await LocalInstance.StartAsync(GatewayOrder, cancellationToken);
        var taken = $"http://0.0.0.0:{gateway.AddressOf("http").Port}";
        var order = StandInOrder;

        var start = () => LocalInstance.StartAsync(
            order with { Arguments = [order.Arguments[0], taken, .. order.Arguments[2..]] }, cancellationToken);

        (await start.Should().ThrowAsync<InstanceDiedException>()).Which.Exit.Should().BeEquivalentTo(
            new { ExitCode = 1, LastOutput = new[] { $"Failed to bind to address {taken}: address already in use." } });
    }

    [Test]
    public async Task Name_that_stays_unknown_ends_a_program_with_the_reason(CancellationToken cancellationToken)
    {
        var order = GatewayOrder;

        var start = () => LocalInstance.StartAsync(
            order with { Arguments = [.. order.Arguments[..3], "http://nobody.invalid:8081"] }, cancellationToken);

        var exit = (await start.Should().ThrowAsync<InstanceDiedException>()).Which.Exit;
        exit.ExitCode.Should().Be(1);
        exit.LastOutput.Should().ContainSingle().Which.Should().StartWith(
            "Failed to bind to address http://nobody.invalid:8081: after 10 s its name still is not resolved (");
    }

    private async Task DemandBoundAsync(LocalInstance instance, CancellationToken cancellationToken)
    {
        var clients = instance.AddressOf("http").Port;
        var control = instance.AddressOf("control").Port;
        instance.Output.Should().ContainSingle().Which.Should().EndWith(
            $"listens on http://0.0.0.0:{clients} for clients and on http://127.0.0.1:{control} for the harness.");

        // All of 127.0.0.0/8 is this machine's: the second address tells every address from one.
        (await AnswersAsync($"http://127.0.0.1:{clients}", cancellationToken)).Should().BeTrue();
        (await AnswersAsync($"http://127.0.0.2:{clients}", cancellationToken)).Should().BeTrue();
        (await AnswersAsync($"http://[::1]:{clients}", cancellationToken)).Should().BeFalse();
        (await AnswersAsync($"http://127.0.0.1:{control}", cancellationToken)).Should().BeTrue();
        (await AnswersAsync($"http://127.0.0.2:{control}", cancellationToken)).Should().BeFalse();
        (await AnswersAsync($"http://[::1]:{control}", cancellationToken)).Should().BeFalse();
    }

    /// <summary>Any answer counts.</summary>
    private async Task<bool> AnswersAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
