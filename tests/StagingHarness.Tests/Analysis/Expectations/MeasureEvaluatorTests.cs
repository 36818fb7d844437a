using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

/// <summary>What is measured and not counted: latency, and times between milestones; and windows of availability.</summary>
public sealed class MeasureEvaluatorTests
{
    [Test]
    public void Percentile_is_shown_with_the_bound_that_the_sample_supports()
    {
        var slow = Incident().WithSamples(
            [.. Incident().Samples.Select((sample, index) => index % 150 == 0 ? sample with { LatencyMicroseconds = 120_000 } : sample)]);

        var result = Evaluate(slow, ExpectationPlans.Latency());

        result.Standing.Should().Be(Standing.Met, "4 of 604 are slow, which is less than a hundredth");
        result.Got.Should().Be("p99 is 2 ms (at most 120 ms, 95 % confidence)");
    }

    [Test]
    public void Percentile_of_too_few_requests_is_inconclusive_whatever_is_asked_for()
    {
        var few = Incident().WithSamples([.. Incident().Samples.Where(sample => sample.Due < TimeSpan.FromMilliseconds(12_030))]);

        Evaluate(few, ExpectationPlans.Latency() with { MinimumSamples = 1 }).Reason.Should().Be("298 requests of at least 299 needed");
    }

    [Test]
    public void Lower_bound_of_a_latency_describes_what_is_slow()
    {
        var atLeast = ExpectationPlans.Latency() with { AtMost = null, AtLeast = TimeSpan.FromMilliseconds(2) };

        Evaluate(Incident(), atLeast).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), atLeast with { AtLeast = TimeSpan.FromMilliseconds(3) }).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void Percentile_needs_as_many_samples_as_its_size_says()
    {
        new Percentile(50).LeastSamples.Should().Be(5);
        new Percentile(95).LeastSamples.Should().Be(59);
        new Percentile(99).LeastSamples.Should().Be(299);
        new Percentile(99.9).LeastSamples.Should().Be(2_995);
    }

    [Test]
    public void Time_between_milestones_is_shown_on_both_clocks()
    {
        var result = Evaluate(Incident(), ExpectationPlans.Time());

        result.Wanted.Should().Be("from 'outage-started' to 'paged' at most 2 s (real time)");
        result.Got.Should().Be("0.04 s (real time; 0.04 min on the incident's clock)");
    }

    [TestCase(10, Standing.NotMet)]
    [TestCase(10.1, Standing.Met)]
    public void Time_can_be_bounded_on_the_clock_of_the_incident(double minutes, Standing standing)
    {
        var back = ExpectationPlans.Time() with
        {
            From = Milestone.OutageStarted,
            To = Milestone.TrafficRestored,
            AtMost = new ClockDuration.Incident(new IncidentDuration(minutes)),
        };

        Evaluate(Incident(), back).Standing.Should().Be(standing, "it took 10.04 min");
    }

    [Test]
    public void Time_to_a_milestone_that_did_not_come_is_not_met_in_a_whole_run()
    {
        var result = Evaluate(CalmRun.Record(IncidentPlans.Replay()), ExpectationPlans.Time());

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("'outage-started' and 'paged' did not come");
    }

    [Test]
    public void Time_that_runs_backwards_is_not_met()
    {
        var early = Incident().Change<PageSent>(page => page with { At = TimeSpan.FromSeconds(9) });

        Evaluate(early, ExpectationPlans.Time()).Got.Should().Be("'paged' came 0.05 s (real time) before 'outage-started'");
    }

    [Test]
    public void Windows_are_whole_and_begin_with_the_phase()
    {
        // 7.05 s of baseline, staging and upgrade: fourteen windows of half a second, and a rest that counts for nothing.
        var oneBad = Incident().Answering((due, _) => due is 5_000 or 5_490 or 9_040 ? SampleAnswer.App(500, 1) : null);
        var share = ExpectationPlans.Availability() with
        {
            Phases = ["baseline", "staging", "upgrade"],
            Quantifier = new ShareQuantifier(new ShareBounds(new Share(0.9), Share.All)),
        };

        var result = Evaluate(oneBad, share);

        result.Standing.Should().Be(Standing.Met);
        result.Got.Should().Be("13 of 14 (92.86 %)");
        result.Samples.ToString().Should().Be("14 windows, at least 10 needed");
    }

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static ExpectationResult Evaluate(RunRecord record, ExpectationPlan plan) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
