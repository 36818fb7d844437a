using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Scenarios.Plans;

public sealed class TrafficPaceTests
{
    private static readonly ArrivalsPlan Spike = new()
    {
        Spread = ArrivalSpread.Evenly,
        Stretches = [new StretchPlan(StretchKind.Hold, 100, 100, TimeSpan.FromSeconds(5)), new StretchPlan(StretchKind.Spike, 500, 500, TimeSpan.FromSeconds(2))],
        ThenPerSecond = 50,
    };

    private static readonly ArrivalsPlan Recorded = Spike with
    {
        Stretches = [],
        Recording = new RecordingPlan { File = "access.log", Speed = 1, Microseconds = [0, 100_000, 200_000, 1_900_000], PeriodMicroseconds = 2_000_000 },
    };

    [Test]
    public void Pace_of_one_rate_is_that_rate()
    {
        var pace = Pace(null);

        pace.MostDue(TimeSpan.FromSeconds(3)).Should().Be(300);
        pace.LeastFor(50).Should().Be(TimeSpan.FromSeconds(0.5));
        pace.MostFor(50).Should().Be(TimeSpan.FromSeconds(0.5));
    }

    [Test]
    public void Pace_with_a_spike_is_bounded_by_the_spike_and_by_the_quietest_time()
    {
        var pace = Pace(Spike);

        pace.MostDue(TimeSpan.FromSeconds(1)).Should().Be(500);
        pace.MostDue(TimeSpan.FromSeconds(3)).Should().Be(1100, "two seconds of the spike, and one of 100/s before it");
        pace.LeastFor(250).Should().BeCloseTo(TimeSpan.FromSeconds(0.5), TimeSpan.FromMilliseconds(1));
        pace.LeastFor(1100).Should().BeCloseTo(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(1));
        pace.MostFor(100).Should().Be(TimeSpan.FromSeconds(2));
    }

    [Test]
    public void Pace_of_a_recording_is_counted()
    {
        var pace = Pace(Recorded);

        pace.MostDue(TimeSpan.FromSeconds(0.3)).Should().Be(4, "the last moment stands 0.1 s before the recording begins again");
        pace.MostDue(TimeSpan.FromSeconds(4.3)).Should().Be(12);
        pace.LeastFor(3).Should().Be(TimeSpan.FromSeconds(0.3));
        pace.LeastFor(4).Should().Be(TimeSpan.FromSeconds(2));
        pace.MostFor(1).Should().Be(TimeSpan.FromSeconds(1.7));
        pace.MostFor(9).Should().Be(TimeSpan.FromSeconds(5.7));
    }

    [Test]
    public void Pace_by_chance_holds_what_a_thousand_seeds_bring()
    {
        var pace = Pace(new ArrivalsPlan { Spread = ArrivalSpread.Poisson, Stretches = [], ThenPerSecond = 100 });
        var most = pace.MostDue(TimeSpan.FromSeconds(1));
        var (soonest, latest) = (pace.LeastFor(100), pace.MostFor(100));
        for (var seed = 0; seed < 1_000; seed++)
        {
            var sequence = ArrivalSequence.Of(ArrivalOrder.Evenly(100) with { IsPoisson = true }, seed);
            var moments = Enumerable.Range(0, 200).Select(_ => TimeSpan.FromTicks(sequence.Next() / 100)).ToList();
            moments.Count(moment => moment < TimeSpan.FromSeconds(1)).Should().BeLessThan((int)most);
            moments[100].Should().BeGreaterThan(soonest).And.BeLessThan(latest);
        }

        // And they are no wider than they need be.
        most.Should().BeLessThan(170);
        soonest.Should().BeGreaterThan(TimeSpan.FromSeconds(0.5));
        latest.Should().BeLessThan(TimeSpan.FromSeconds(1.8));
    }

    private static TrafficPace Pace(ArrivalsPlan? arrivals) => new(new PlanBuilder().Build().Traffic with { RatePerSecond = 100, Arrivals = arrivals });
}
