using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Detection;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Tests.Execution.Detection;

public sealed class LiveDetectionTests
{
    private static readonly ServerStamp One = new("portal-1", "2.0", "1");
    private static readonly ServerStamp Two = new("portal-2", "2.0", "1");
    private static readonly ServerStamp Three = new("portal-3", "1.0", "1");

    private readonly List<DetectionFired> _fired = [];

    [SetUp]
    public void ForgetFirings() => _fired.Clear();

    [Test]
    public void Detection_armed_fires_once_with_its_evidence()
    {
        var detection = Create();
        detection.Arm(TimeSpan.Zero);

        detection.OnSamples([
            .. Samples(200, stamp: 3, from: 0, count: 97),
            .. Samples(500, stamp: 2, from: 97, count: 1),
            .. Samples(200, stamp: 3, from: 98, count: 1),
            .. Samples(500, stamp: 1, from: 99, count: 50)]);

        var fired = _fired.Should().ContainSingle().Subject;
        fired.FirstWrong.Sequence.Should().Be(97);
        fired.FirstWrongDue.Should().Be(TimeSpan.FromMilliseconds(97));
        fired.Servers.Should().Equal(One, Two);
        fired.Threshold.Should().Be(2e7);
        fired.Statistic.Should().BeGreaterThanOrEqualTo(2e7);
        fired.Seen.Should().Be(99 + fired.Wrong - 1);
        fired.Share.Should().Be(Share.Of(fired.Wrong, fired.Wrong + 1));
        fired.Wrong.Should().BeLessThan(6);
        detection.IsArmed.Should().BeFalse();
    }

    [Test]
    public void Detection_never_armed_or_disarmed_ignores_what_comes()
    {
        var detection = Create();
        detection.OnSamples(Samples(500, stamp: 1, from: 0, count: 10));
        detection.Arm(TimeSpan.Zero);
        detection.Disarm();
        detection.OnSamples(Samples(500, stamp: 1, from: 10, count: 10));

        _fired.Should().BeEmpty();
        detection.IsArmed.Should().BeFalse();
    }

    [Test]
    public void Detection_armed_again_starts_from_nothing()
    {
        var detection = Create();
        detection.Arm(TimeSpan.Zero);
        detection.OnSamples(Samples(500, stamp: 1, from: 0, count: 2));
        detection.Arm(TimeSpan.Zero);
        detection.OnSamples(Samples(500, stamp: 2, from: 2, count: 2));
        _fired.Should().BeEmpty("two wrong answers before it was armed again are forgotten");

        detection.OnSamples(Samples(500, stamp: 2, from: 4, count: 1));

        var fired = _fired.Should().ContainSingle().Subject;
        fired.Should().Match<DetectionFired>(data => data.Seen == 3 && data.Wrong == 3 && data.FirstWrong.Sequence == 2);
        fired.Servers.Should().Equal(Two);
        fired.Share.Should().Be(Share.All);
    }

    [Test]
    public void Detection_armed_from_a_moment_leaves_out_what_was_due_before()
    {
        var detection = Create();
        detection.Arm(TimeSpan.FromMilliseconds(10));

        detection.OnSamples(Samples(500, stamp: 1, from: 0, count: 12));
        _fired.Should().BeEmpty("only two of the wrong answers were due since");
        detection.OnSamples(Samples(500, stamp: 1, from: 12, count: 1));

        _fired.Should().ContainSingle().Which.FirstWrongDue.Should().Be(TimeSpan.FromMilliseconds(10));
    }

    [Test]
    public void Detection_armed_again_while_it_tells_watches_the_rest_of_the_batch()
    {
        LiveDetection? detection = null;
        detection = Create(_ => detection!.Arm(TimeSpan.Zero));
        detection.Arm(TimeSpan.Zero);

        detection.OnSamples(Samples(500, stamp: 1, from: 0, count: 6));

        _fired.Select(fired => fired.FirstWrong.Sequence).Should().Equal(0u, 3u);
    }

    [Test]
    public void Detection_request_without_an_answer_is_wrong_and_names_no_server()
    {
        var detection = Create();
        detection.Arm(TimeSpan.Zero);

        detection.OnSamples(Samples(0, stamp: 0, from: 0, count: 3));

        _fired.Should().ContainSingle().Which.Servers.Should().BeEmpty();
    }

    [Test]
    public void Detection_tells_what_it_tolerates_and_how_likely_it_is_wrong()
    {
        var detection = Create();
        detection.Arm(TimeSpan.Zero);

        detection.OnSamples([.. Samples(200, stamp: 1, from: 0, count: 1_000), .. Samples(500, stamp: 1, from: 1_000, count: 5)]);

        var fired = _fired.Should().ContainSingle().Subject;
        fired.Background.Should().Be(new Share(0.001));
        fired.FalseAlarm.Should().Be(new Share(fired.Seen / 2e7));
    }

    [Test]
    public void Detection_counts_connections_that_were_drained_apart()
    {
        var detection = Create();
        detection.Arm(TimeSpan.Zero);
        detection.OnRoutes(new RoutesChanged { Targets = [One] });
        detection.OnRoutes(new RoutesChanged { At = TimeSpan.FromMilliseconds(20.2), Targets = [Two] });

        // Due at 20 ms and broken at 20.5 ms: all of a burst, and none of them fires.
        detection.OnSamples([.. Enumerable.Repeat(Samples(0, stamp: 0, from: 20, count: 1)[0], 10)]);
        _fired.Should().BeEmpty();
        detection.OnSamples(Samples(500, stamp: 2, from: 21, count: 3));

        _fired.Should().ContainSingle().Which.Should().Match<DetectionFired>(fired => fired.Drained == 10 && fired.Seen == 3 && fired.Wrong == 3);
    }

    private static Sample[] Samples(ushort status, ushort stamp, int from, int count) =>
        [.. Enumerable.Range(from, count).Select(sequence => new Sample
        {
            DueNanoseconds = sequence * 1_000_000L,
            SendDelayMicroseconds = 0,
            LatencyMicroseconds = 500,
            Status = status,
            Answerer = status == 0 ? Answerer.Nobody : Answerer.App,
            Failure = status == 0 ? Failure.ConnectFailed : Failure.None,
            Route = 0,
            Stamp = stamp,
            Sequence = (uint)sequence,
        })];

    private LiveDetection Create(Action<DetectionFired>? also = null)
    {
        var plan = new DetectionPlan { Background = new Share(0.001), Threshold = 2e7 };
        var detection = new LiveDetection(plan, fired =>
        {
            _fired.Add(fired);
            also?.Invoke(fired);
        });
        detection.OnStamp(1, One);
        detection.OnStamp(2, Two);
        detection.OnStamp(3, Three);
        return detection;
    }
}
