using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Traffic;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>Orders for a generator, and a generator that carries them out.</summary>
public abstract class GeneratorFixture
{
    private protected const string ByApp = "X-Stage-Answered-By: app\n";

    private protected static readonly RunIdentity Run = new() { RunId = "test", ControlToken = GeneratorProcess.Token };

    private protected TrafficMember Member { get; } = new(TimeProvider.System);

    private protected long Epoch { get; } = TimeProvider.System.GetTimestamp();

    private protected static string Stamp(string instance, string release, string platform) =>
        $"X-Stage-Instance: {instance}\nX-Stage-Release: {release}\nX-Stage-Platform: {platform}\n";

    private protected static ImmutableSortedDictionary<string, string> Credentials(string value) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("Authorization", value);

    private protected TrafficOrder Order(Uri target, TimeSpan? timeout = null, int connections = 32) => new()
    {
        Plan = new TrafficPlan
        {
            Service = "portal",
            RatePerSecond = 200,
            Requests = [new RequestPlan(0, "GET", "/api/account"), new RequestPlan(1, "GET", "/api/orders")],
            Credentials = [],
            Timeout = timeout ?? TimeSpan.FromSeconds(10),
            Connections = connections,
            TolerableDrops = Share.None,
        },
        Seed = 7,
        Target = target,
        CredentialHeaders = Credentials("old"),
        EpochTimestamp = Epoch,
        WarmUpRequests = 0,
    };

    private protected Task<GeneratorProcess> StartGeneratorAsync(CancellationToken cancellationToken) =>
        GeneratorProcess.StartAsync(Member.CreateOrders(Run, generators: 1).Single(), cancellationToken);

    private protected async Task<TrafficTotals> RunTrafficAsync(
        TrafficOrder order, RecordingSink sink, int samples, CancellationToken cancellationToken)
    {
        await using var generator = await StartGeneratorAsync(cancellationToken);
        await using var session = await Member.Attach([generator], Run).StartAsync(order, sink, cancellationToken);
        await sink.ReachAsync(samples, cancellationToken);
        return await session.StopAsync(cancellationToken);
    }
}
