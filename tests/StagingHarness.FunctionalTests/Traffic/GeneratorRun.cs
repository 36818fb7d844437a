using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Traffic;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>Traffic of the real generator to a server of the test: what was ordered, and what came of it.</summary>
internal sealed class GeneratorRun
{
    private static readonly RunIdentity Run = new() { RunId = "test", ControlToken = GeneratorProcess.Token };

    private readonly TrafficMember _member = new(TimeProvider.System);
    private readonly RecordingSink _sink = new();

    public Sample[] Samples => _sink.Samples;

    public Task<TrafficTotals> SendAsync(Uri target, TrafficPlan plan, int samples, CancellationToken cancellationToken) =>
        SendAsync(target, plan, samples, [], cancellationToken);

    /// <summary>The same by connections that trust these CAs alone (DER), where they are secured.</summary>
    public async Task<TrafficTotals> SendAsync(
        Uri target, TrafficPlan plan, int samples, ImmutableArray<ImmutableArray<byte>> trusted, CancellationToken cancellationToken)
    {
        var order = new TrafficOrder
        {
            Plan = plan,
            Seed = 7,
            Target = target,
            TrustedRoots = trusted,
            CredentialHeaders = ImmutableSortedDictionary<string, string>.Empty.Add("Authorization", "Bearer head.body.signature-of-it"),
            EpochTimestamp = TimeProvider.System.GetTimestamp(),
            WarmUpRequests = 0,
        };
        await using var generator = await GeneratorProcess.StartAsync(_member.CreateOrders(Run, generators: 1).Single(), cancellationToken);
        await using var session = await _member.Attach([generator], Run).StartAsync(order, _sink, cancellationToken);
        await _sink.ReachAsync(samples, cancellationToken);
        return await session.StopAsync(cancellationToken);
    }

    public static TrafficPlan Plan(params ImmutableArray<RequestPlan> requests) => new()
    {
        Service = "portal",
        RatePerSecond = 200,
        Requests = requests,
        Credentials = ["token"],
        Timeout = TimeSpan.FromSeconds(10),
        Connections = 8,
        TolerableDrops = Share.None,
    };

    /// <summary>All requests are one journey.</summary>
    public static TrafficPlan Journey(params ImmutableArray<RequestPlan> requests) =>
        Plan(requests) with { Turns = [new TurnPlan(0, requests.Length, 1) { Journey = "order" }] };
}
