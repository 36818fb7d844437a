using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Tests.Generator.Scheduling;

public sealed class DispatcherTests
{
    private const long Millisecond = 1_000_000;

    private FakePacer _pacer = new();
    private FakeSender _sender = new(new FakePacer());

    [SetUp]
    public void BeginAtZero()
    {
        _pacer = new FakePacer();
        _sender = new FakeSender(_pacer);
    }

    [Test]
    public void Dispatcher_with_free_connections_sends_each_request_at_its_moment()
    {
        var dispatcher = Create(ratePerSecond: 100, TimeSpan.FromSeconds(1));
        _pacer.At(45 * Millisecond, dispatcher.Stop);

        var count = dispatcher.Run(long.MaxValue, CancellationToken.None);

        count.Should().Be(new DispatchCount(5, 0));
        _sender.Sent.Should().Equal(Enumerable.Range(0, 5).Select(
            sequence => ((long)sequence, sequence * 10 * Millisecond, sequence * 10 * Millisecond)));
    }

    [Test]
    public void Dispatcher_stalled_connections_make_requests_late_and_none_missing()
    {
        var dispatcher = Create(ratePerSecond: 100, TimeSpan.FromSeconds(1));
        _sender.FreeFrom = 500 * Millisecond;
        _pacer.At(599 * Millisecond, dispatcher.Stop);

        var count = dispatcher.Run(long.MaxValue, CancellationToken.None);

        count.Should().Be(new DispatchCount(60, 0));
        _sender.Sent.Select(sent => sent.Sequence).Should().Equal(Enumerable.Range(0, 60).Select(sequence => (long)sequence));
        _sender.Sent.Take(51).Should().OnlyContain(sent => sent.At == 500 * Millisecond && sent.Due == sent.Sequence * 10 * Millisecond);
        _sender.Sent.Skip(51).Should().OnlyContain(sent => sent.At == sent.Due);
    }

    [Test]
    public void Dispatcher_request_that_waited_until_its_timeout_is_dropped_and_counted()
    {
        var dispatcher = Create(ratePerSecond: 100, TimeSpan.FromMilliseconds(200));
        _sender.FreeFrom = 500 * Millisecond;
        _pacer.At(599 * Millisecond, dispatcher.Stop);

        var count = dispatcher.Run(long.MaxValue, CancellationToken.None);

        // Those due before 300 ms had no connection within their 200 ms; the one due at 300 ms gets it at the last moment.
        count.Should().Be(new DispatchCount(60, 30));
        _sender.Sent[0].Should().Be((30, 300 * Millisecond, 500 * Millisecond));
        _sender.Sent.Should().HaveCount(30);
    }

    [Test]
    public void Dispatcher_stopped_during_a_stall_still_accounts_for_all_that_was_due()
    {
        var dispatcher = Create(ratePerSecond: 100, TimeSpan.FromMilliseconds(200));
        _sender.FreeFrom = long.MaxValue;
        _pacer.At(105 * Millisecond, dispatcher.Stop);

        var count = dispatcher.Run(long.MaxValue, CancellationToken.None);

        count.Should().Be(new DispatchCount(11, 11));
        _sender.Sent.Should().BeEmpty();
        _pacer.Now.Should().Be(300 * Millisecond, "the last one was due at 100 ms and may wait for 200 ms");
    }

    [Test]
    public void Dispatcher_stopped_before_its_first_moment_sends_nothing()
    {
        var dispatcher = Create(ratePerSecond: 1, TimeSpan.FromSeconds(1), firstDue: 1_000 * Millisecond);
        dispatcher.Stop();

        dispatcher.Run(long.MaxValue, CancellationToken.None).Should().Be(new DispatchCount(0, 0));
    }

    [Test]
    public void Dispatcher_stopped_twice_keeps_to_the_first_stop()
    {
        var dispatcher = Create(ratePerSecond: 100, TimeSpan.FromSeconds(1));
        _pacer.At(25 * Millisecond, dispatcher.Stop);
        _pacer.At(26 * Millisecond, dispatcher.Stop);

        dispatcher.Run(long.MaxValue, CancellationToken.None).Scheduled.Should().Be(3);
    }

    [Test]
    public void Dispatcher_at_a_slow_rate_sees_a_stop_long_before_the_next_moment()
    {
        var dispatcher = Create(ratePerSecond: 0.01, TimeSpan.FromSeconds(1));
        _pacer.At(30 * Millisecond, dispatcher.Stop);

        dispatcher.Run(long.MaxValue, CancellationToken.None).Scheduled.Should().Be(1);

        _pacer.Now.Should().BeLessThanOrEqualTo((30 * Millisecond) + Dispatcher.SliceNanoseconds);
    }

    [Test]
    public void Dispatcher_with_a_limit_ends_after_that_many()
    {
        Create(ratePerSecond: 100, TimeSpan.FromSeconds(1)).Run(7, CancellationToken.None)
            .Should().Be(new DispatchCount(7, 0));
    }

    [Test]
    public void Generators_that_share_a_schedule_send_together_what_one_alone_sends()
    {
        var alone = SentBy(GeneratorShare.Whole);
        var shares = Enumerable.Range(0, 3).Select(index => SentBy(new GeneratorShare(index, 3))).ToList();

        shares.SelectMany(sent => sent).Order().Should().Equal(alone);
        shares.Select(sent => sent.Count).Should().Equal(4, 4, 3);
    }

    [Test]
    public void Dispatcher_of_a_share_counts_what_is_its_own()
    {
        var dispatcher = Create(ratePerSecond: 100, TimeSpan.FromSeconds(1), share: new GeneratorShare(1, 2));
        _sender.FreeFrom = long.MaxValue;
        _pacer.At(45 * Millisecond, dispatcher.Stop);

        dispatcher.Run(long.MaxValue, CancellationToken.None).Should().Be(new DispatchCount(2, 2), "those due at 10 and at 30 ms are its own");
    }

    [Test]
    public void Dispatcher_cancelled_ends_with_the_cancellation()
    {
        var run = () => Create(ratePerSecond: 100, TimeSpan.FromSeconds(1)).Run(long.MaxValue, new CancellationToken(canceled: true));

        run.Should().Throw<OperationCanceledException>();
    }

    /// <summary>Positions and moments in the first 100 ms, 100 a second and the first one at once.</summary>
    private List<(long Sequence, long Due)> SentBy(GeneratorShare share)
    {
        BeginAtZero();
        var dispatcher = Create(ratePerSecond: 100, TimeSpan.FromSeconds(1), share: share);
        _pacer.At(100 * Millisecond, dispatcher.Stop);
        dispatcher.Run(long.MaxValue, CancellationToken.None);
        return [.. _sender.Sent.Select(sent => (sent.Sequence, sent.Due))];
    }

    private Dispatcher Create(double ratePerSecond, TimeSpan timeout, long firstDue = 0, GeneratorShare? share = null) => new(
        new Schedule(firstDue, ArrivalSequence.Of(ArrivalOrder.Evenly(ratePerSecond), seed: 1)),
        share ?? GeneratorShare.Whole,
        _pacer,
        _sender,
        timeout);
}
