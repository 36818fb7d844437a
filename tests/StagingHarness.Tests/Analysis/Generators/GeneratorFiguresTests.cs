using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Generators;
using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Generator;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Generators;

public sealed class GeneratorFiguresTests
{
    [Test]
    public void Lateness_is_of_the_sending_and_not_of_the_answer()
    {
        // 2,120 requests: all but 30 leave 50 microseconds late, and 30 are more than one in a hundred.
        var record = ReportRuns.Failed.WithSamples(
            [.. ReportRuns.Failed.Samples.Select((sample, index) => sample with { SendDelayMicroseconds = index == 7 ? 90_000 : index < 30 ? 4_000u : 50u })]);

        Of(record)!.Lateness.Should().BeEquivalentTo(new { Count = 2_120L, P50 = 50L, Max = 90_000L });
        Of(record)!.Lateness.P99.Should().BeCloseTo(4_000, 4);
    }

    [Test]
    public void Totals_and_look_at_itself_are_those_of_the_journal()
    {
        var record = ReportRuns.Failed
            .Change<TrafficEnded>(ended => ended with { Dropped = 3 })
            .Change<TrafficStarted>(started => started with { Generators = 2, SelfCheck = new PacerLateness(200, 1, 2) });

        Of(record)!.Totals!.Dropped.Should().Be(3);
        Of(record)!.Generators.Should().Be(2);
        Of(record)!.SelfCheck.Should().Be(new PacerLateness(200, 1, 2));
        Of(ReportRuns.Failed)!.Generators.Should().Be(1);
    }

    [Test]
    public void Traffic_that_was_never_stopped_has_no_totals()
    {
        var figures = Of(ReportRuns.Failed.Without(happened => happened is TrafficEnded))!;

        figures.Totals.Should().BeNull();
        figures.Lateness.Count.Should().Be(2_120);
    }

    [Test]
    public void Traffic_without_an_answer_has_no_lateness() =>
        Of(ReportRuns.Failed with { Samples = [] })!.Lateness.Should().Be(LatencySummary.Empty);

    [Test]
    public void Run_without_traffic_has_no_figures() => Of(ReportRuns.TwoSeconds).Should().BeNull();

    [TestCase(1_000_000, null)]
    [TestCase(1_000_001, "timers on this machine are coarse, so latencies at low rates hold that much of it")]
    public void Median_above_a_millisecond_is_warned_of(long median, string? warning) =>
        GeneratorWords.WarningOf(new PacerLateness(200, median, 9_000_000)).Should().Be(warning);

    [Test]
    public void Look_at_itself_is_told_in_milliseconds() =>
        GeneratorWords.Of(new PacerLateness(200, 22_000, 1_310_000)).Should().Be("woke up 0.022 ms late (median of 200; worst 1.310 ms)");

    [Test]
    public void Sending_is_told_by_its_lateness_and_what_was_dropped_of_the_schedule()
    {
        var record = ReportRuns.Failed
            .WithSamples([.. ReportRuns.Failed.Samples.Select((sample, index) => sample with { SendDelayMicroseconds = index == 7 ? 90_000 : index < 30 ? 4_000u : 50u })])
            .Change<TrafficEnded>(ended => ended with { Scheduled = 2_125, Unanswered = 2, Dropped = 5 });

        GeneratorWords.OfSending(Of(record)!).Should().Be("0.05 ms (p50), 4 ms (p99), 90 ms (latest); 5 of 2,125 (0.24 %) dropped");
        GeneratorWords.OfSending(Of(record.Without(happened => happened is TrafficEnded))!).Should().Be("0.05 ms (p50), 4 ms (p99), 90 ms (latest)");
    }

    [Test]
    public void Traffic_of_which_nothing_was_sent_is_told_most_of_all() =>
        GeneratorWords.OfSending(Of((ReportRuns.Failed with { Samples = [] }).Change<TrafficEnded>(ended => ended with { Scheduled = 500, Dropped = 500 }))!)
            .Should().Be("nothing was sent; 500 of 500 (100 %) dropped");

    private static GeneratorFigures? Of(RunRecord record) => GeneratorFigures.Of(RunAnalysis.Of(record));
}
