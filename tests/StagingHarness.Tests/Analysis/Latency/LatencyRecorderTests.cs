using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Latency;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Analysis.Latency;

public sealed class LatencyRecorderTests
{
    [Test]
    public void Recorder_nothing_recorded_summarizes_to_empty()
    {
        new LatencyRecorder().Summarize().Should().Be(LatencySummary.Empty);
    }

    [Test]
    public void Recorder_one_to_a_thousand_milliseconds_gives_percentiles_to_one_in_a_thousand()
    {
        var recorder = new LatencyRecorder();
        for (uint millisecond = 1; millisecond <= 1_000; millisecond++)
        {
            recorder.Record(Taking(millisecond * 1_000));
        }

        var summary = recorder.Summarize();

        summary.Count.Should().Be(1_000);
        summary.P50.Should().BeCloseTo(500_000, 500);
        summary.P95.Should().BeCloseTo(950_000, 950);
        summary.P99.Should().BeCloseTo(990_000, 990);
        summary.Max.Should().Be(1_000_000);
    }

    [TestCase(0u)]
    [TestCase(1u)]
    [TestCase(1_234_567u)]
    [TestCase(uint.MaxValue)]
    public void Recorder_single_latency_is_never_exceeded_by_a_percentile(uint microseconds)
    {
        var recorder = new LatencyRecorder();
        recorder.Record(Taking(microseconds));

        var summary = recorder.Summarize();

        summary.Should().Be(new LatencySummary(1, microseconds, microseconds, microseconds, microseconds));
    }

    [Test]
    public void Recorder_unanswered_request_counts_with_the_time_that_it_waited()
    {
        var recorder = new LatencyRecorder();
        recorder.Record(Taking(100));
        recorder.Record(Taking(5_000_000) with { Status = 0, Answerer = Answerer.Nobody, Failure = Failure.TimedOut });

        recorder.Summarize().Should().Match<LatencySummary>(summary => summary.Count == 2 && summary.Max == 5_000_000);
    }

    private static Sample Taking(uint microseconds) => new()
    {
        DueNanoseconds = 0,
        SendDelayMicroseconds = 0,
        LatencyMicroseconds = microseconds,
        Status = 200,
        Answerer = Answerer.App,
        Failure = Failure.None,
        Route = 0,
        Stamp = 0,
        Sequence = 0,
    };
}
