using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Latency;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Generator.Scheduling;

/// <summary>A server that stands still for a second keeps its clients waiting for a second, and the figures say so.</summary>
public sealed class CoordinatedOmissionTests
{
    private const long Millisecond = 1_000_000;

    [TestCase(1)]
    [TestCase(8)]
    [TestCase(64)]
    public void Pause_of_a_second_stands_in_the_ninety_ninth_percentile(int connections)
    {
        var (pacer, sender) = Paused(connections);
        var dispatcher = new Dispatcher(
            new Schedule(0, ArrivalSequence.Of(ArrivalOrder.Evenly(200), seed: 1)), GeneratorShare.Whole, pacer, sender, TimeSpan.FromSeconds(5));

        var count = dispatcher.Run(2_000, CancellationToken.None);

        // A tenth of ten seconds stood still: the wait of the requests that were due in it goes from a second down to nothing, so that a
        // hundredth of all waited for 0.9 s or more.
        count.Should().Be(new DispatchCount(2_000, 0), "late is not missing");
        Summary(sender, counted: exchange => exchange.Due).P99.Should().BeInRange(890_000, 1_010_000);
    }

    [Test]
    public void Pause_is_hidden_from_whoever_counts_from_the_sending()
    {
        var (pacer, sender) = Paused(connections: 8);
        var dispatcher = new Dispatcher(
            new Schedule(0, ArrivalSequence.Of(ArrivalOrder.Evenly(200), seed: 1)), GeneratorShare.Whole, pacer, sender, TimeSpan.FromSeconds(5));

        dispatcher.Run(2_000, CancellationToken.None);

        // Only as many requests as there are connections were on their way: this is the mistake that counting from the scheduled moment avoids.
        Summary(sender, counted: exchange => exchange.Sent).P99.Should().BeLessThan(10_000);
    }

    private static (FakePacer Pacer, PausingSender Sender) Paused(int connections)
    {
        var pacer = new FakePacer();
        return (pacer, new PausingSender(pacer, connections)
        {
            ServiceTime = Millisecond,
            PausedFrom = 4_000 * Millisecond,
            PausedUntil = 5_000 * Millisecond,
        });
    }

    private static LatencySummary Summary(PausingSender sender, Func<(long Due, long Sent, long Done), long> counted)
    {
        var recorder = new LatencyRecorder();
        foreach (var exchange in sender.Exchanges)
        {
            recorder.Record(default(Sample) with { LatencyMicroseconds = (uint)((exchange.Done - counted(exchange)) / 1_000) });
        }

        return recorder.Summarize();
    }
}
