using System.Collections.Immutable;
using FluentAssertions;
using Microsoft.IdentityModel.JsonWebTokens;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.FunctionalTests.Traffic;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>One issuer URL for everybody: members of the stage, and clients outside of it, each on a way of their own.</summary>
public sealed class IssuerTests : DockerFixture
{
    private const string Issuer = "http://provider:8080";
    private const string Discovery = "/.well-known/openid-configuration";
    private const string Said = $"\"issuer\":\"{Issuer}\"";

    [Test]
    public async Task Issuer_is_one_URL_for_app_servers_and_a_browser_and_the_harness_and_in_tokens()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var server = await stage.StartAsync("tiny-1");
        var (instance, provider) = await stage.StartProviderAsync();

        var byServer = await server.ShellAsync(
            $@"exec 3<>/dev/tcp/provider/8080; printf 'GET {Discovery} HTTP/1.1\r\nHost: provider:8080\r\nConnection: close\r\n\r\n' >&3; cat <&3");
        var byBrowser = await Browser.ShowAsync(new Uri(Issuer + Discovery), provider.Routes.Single());
        var byHarness = await stage.AskAsync(instance, Discovery);
        var token = await provider.ObtainTokenAsync("tiny-client", CancellationToken.None);

        provider.Issuer.Should().Be(new Uri(Issuer));
        byServer.Output.Should().Contain(Said);
        byBrowser.Should().Contain(Said);
        byHarness.Body.Should().Contain(Said);
        new JsonWebToken(token.Value).Issuer.Should().Be(Issuer);
        (await provider.ReadAsync(CancellationToken.None)).Calls.Should().Contain("discovery", 3);
    }

    [Test]
    public async Task Generator_calls_the_issuer_by_the_same_URL()
    {
        await using var stage = await DockerStage.BeginAsync(Endpoint);
        var (_, provider) = await stage.StartProviderAsync();
        var traffic = await stage.StartGeneratorAsync();
        var sink = new RecordingSink();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);

        await using var session = await traffic.StartAsync(Order(provider), sink, patience.Token);
        await sink.ReachAsync(20, patience.Token);
        var totals = await session.StopAsync(patience.Token);

        sink.Samples.Should().OnlyContain(sample => sample.Status == 200);
        (await provider.ReadAsync(patience.Token)).Calls.Should().Contain("discovery", totals.Answered);
    }

    private static TrafficOrder Order(IProvider provider) => new()
    {
        Plan = new TrafficPlan
        {
            Service = "provider",
            RatePerSecond = 100,
            Requests = [new RequestPlan(0, "GET", Discovery)],
            Credentials = [],
            Timeout = TimeSpan.FromSeconds(10),
            Connections = 4,
            TolerableDrops = Share.None,
        },
        Seed = 1,
        Target = provider.Issuer,
        Routes = provider.Routes,
        CredentialHeaders = ImmutableSortedDictionary<string, string>.Empty,
        EpochTimestamp = TimeProvider.System.GetTimestamp(),
        WarmUpRequests = 0,
    };
}
