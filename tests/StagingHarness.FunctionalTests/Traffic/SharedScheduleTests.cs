using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Generators;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Execution.Traffic;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>Two real generators send one schedule.</summary>
[CancelAfter(60_000)]
public sealed class SharedScheduleTests
{
    private const string Answer = "X-Stage-Answered-By: app\nX-Stage-Instance: portal-1\nX-Stage-Release: 1.0\nX-Stage-Platform: 1\n";

    private static readonly RunIdentity Run = new() { RunId = "test", ControlToken = GeneratorProcess.Token };

    private readonly TrafficMember _member = new(TimeProvider.System);

    [Test]
    public async Task Every_position_is_sent_once_at_its_moment_and_a_server_has_one_number(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, Answer));
        var orders = _member.CreateOrders(Run, generators: 2);
        await using var one = await GeneratorProcess.StartAsync(orders[0], cancellationToken);
        await using var other = await GeneratorProcess.StartAsync(orders[1], cancellationToken);
        var sink = new RecordingSink();
        await using var session = await _member.Attach([one, other], Run).StartAsync(Order(server.Address), sink, cancellationToken);
        await sink.ReachAsync(100, cancellationToken);

        var totals = await session.StopAsync(cancellationToken);

        var samples = sink.Samples;
        totals.Should().BeEquivalentTo(new { Scheduled = (long)samples.Length, Answered = (long)samples.Length, Unanswered = 0L, Dropped = 0L });
        samples.Select(sample => sample.Sequence).Should().OnlyHaveUniqueItems();

        // Each is stopped a moment after the other: at the very end, one may have sent what the other has not come to.
        samples.Select(sample => sample.Sequence).Where(sequence => sequence < 90).Order().Should().Equal(Enumerable.Range(0, 90).Select(at => (uint)at));
        samples.Should().OnlyContain(
            sample => sample.DueNanoseconds == (session.FirstDue.Ticks * TimeSpan.NanosecondsPerTick) + (sample.Sequence * 5_000_000L), "200 a second are 5 ms apart");
        sink.Stamps.Should().ContainSingle().Which.Value.Should().Be(new ServerStamp("portal-1", "1.0", "1"));
        samples.Should().OnlyContain(sample => sample.Stamp == 1);
        session.SelfCheck.Should().Be($"{GeneratorWords.Of(session.Lateness)}, the latest of 2");
    }

    [Test]
    public async Task Generator_that_is_lost_ends_the_traffic_of_all(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, Answer));
        var orders = _member.CreateOrders(Run, generators: 2);
        await using var one = await GeneratorProcess.StartAsync(orders[0], cancellationToken);
        await using var other = await GeneratorProcess.StartAsync(orders[1], cancellationToken);
        var sink = new RecordingSink();
        await using var session = await _member.Attach([one, other], Run).StartAsync(Order(server.Address), sink, cancellationToken);
        await sink.ReachAsync(10, cancellationToken);

        await other.KillAsync(cancellationToken);

        var completion = () => session.Completion.WaitAsync(cancellationToken);
        await completion.Should().ThrowAsync<ControlException>();
    }

    [Test]
    public async Task Generator_that_is_gone_before_the_schedule_begins_starts_no_traffic_at_all(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, Answer));
        var orders = _member.CreateOrders(Run, generators: 2);
        await using var one = await GeneratorProcess.StartAsync(orders[0], cancellationToken);
        await using var other = await GeneratorProcess.StartAsync(orders[1], cancellationToken);
        await other.KillAsync(cancellationToken);
        var sink = new RecordingSink();

        var start = () => _member.Attach([one, other], Run).StartAsync(Order(server.Address), sink, cancellationToken);

        await start.Should().ThrowAsync<ControlException>();
        await one.Exited.WaitAsync(cancellationToken);
        sink.Samples.Should().BeEmpty("its schedule has not begun");
    }

    private static TrafficOrder Order(Uri target) => new()
    {
        Plan = GeneratorRun.Plan(new RequestPlan(0, "GET", "/account"), new RequestPlan(1, "GET", "/orders")) with { Generators = 2 },
        Seed = 7,
        Target = target,
        CredentialHeaders = ImmutableSortedDictionary<string, string>.Empty,
        EpochTimestamp = TimeProvider.System.GetTimestamp(),
        WarmUpRequests = 16,
    };
}
