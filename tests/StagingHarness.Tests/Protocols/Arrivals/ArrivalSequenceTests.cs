using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Tests.Protocols.Arrivals;

public sealed class ArrivalSequenceTests
{
    private const long Second = 1_000_000_000;

    private static readonly ArrivalOrder UpAndDown = new()
    {
        Stretches = [new RateStretch(100, 100, 2), new RateStretch(100, 300, 4), new RateStretch(1000, 1000, 0.5), new RateStretch(300, 50, 4)],
        Then = 50,
        IsPoisson = false,
    };

    [Test]
    public void Sequence_of_a_million_moments_at_an_odd_rate_does_not_drift()
    {
        var sequence = ArrivalSequence.Of(ArrivalOrder.Evenly(333.3), seed: 1);
        for (var position = 0L; position <= 1_000_000; position++)
        {
            var (moment, exact) = (sequence.Next(), (long)Math.Round(position * 1_000_000_000m / 333.3m));
            if (Math.Abs(moment - exact) > 1)
            {
                Assert.Fail($"Moment {position} is {moment} ns; it must be {exact} ns.");
            }
        }
    }

    [Test]
    public void Sequence_of_stretches_brings_in_each_what_its_rates_come_to()
    {
        var moments = Until(ArrivalSequence.Of(UpAndDown, seed: 1), 12 * Second);

        // 100/s for 2 s; 100 to 300/s in 4 s; 1000/s for 0.5 s; 300 to 50/s in 4 s; then 50/s.
        CountIn(moments, 0, 2).Should().Be(200);
        CountIn(moments, 2, 6).Should().Be(800);
        CountIn(moments, 6, 6.5).Should().Be(500);
        CountIn(moments, 6.5, 10.5).Should().Be(700);
        CountIn(moments, 10.5, 11.5).Should().Be(50);
        moments.Should().BeInAscendingOrder();
    }

    [Test]
    public void Sequence_in_a_ramp_comes_at_the_rate_of_each_moment()
    {
        var order = ArrivalOrder.Evenly(300) with { Stretches = [new RateStretch(100, 300, 4)] };
        var moments = Until(ArrivalSequence.Of(order, seed: 1), 4 * Second);

        // Half of the time brings 100 * 2 + 50 * 2 * 2 / 2 = 300, and not half of the 800.
        CountIn(moments, 0, 2).Should().Be(300);
        moments[300].Should().BeCloseTo(2 * Second, 1_000);
    }

    [Test]
    public void Sequence_by_chance_is_the_same_for_the_same_seed_and_another_for_another()
    {
        var order = UpAndDown with { IsPoisson = true };
        var first = Until(ArrivalSequence.Of(order, seed: 7), 12 * Second);

        Until(ArrivalSequence.Of(order, seed: 7), 12 * Second).Should().Equal(first);
        Until(ArrivalSequence.Of(order, seed: 8), 12 * Second).Should().NotEqual(first);
        first.Should().BeInAscendingOrder();
    }

    [Test]
    public void Sequence_by_chance_has_the_spread_of_a_Poisson_process()
    {
        var moments = Until(ArrivalSequence.Of(ArrivalOrder.Evenly(100) with { IsPoisson = true }, seed: 3), 1_000 * Second);
        var counts = moments.GroupBy(moment => moment / Second).Select(group => (double)group.Count()).ToList();
        var mean = counts.Average();

        // Mean and variance are both the rate: 100, within four of their standard errors (0.32 and 4.5).
        mean.Should().BeApproximately(100, 1.3);
        counts.Average(count => (count - mean) * (count - mean)).Should().BeApproximately(100, 18);
    }

    [Test]
    public void Sequence_of_a_recording_begins_again()
    {
        var order = ArrivalOrder.Evenly(1) with
        {
            Recorded = new RecordedArrivals { Microseconds = [0, 10, 10, 50], PeriodMicroseconds = 70 },
        };
        var sequence = ArrivalSequence.Of(order, seed: 1);

        Enumerable.Range(0, 9).Select(_ => sequence.Next()).Should().Equal(0, 10_000, 10_000, 50_000, 70_000, 80_000, 80_000, 120_000, 140_000);
    }

    private static List<long> Until(ArrivalSequence sequence, long end)
    {
        var moments = new List<long>();
        for (var moment = sequence.Next(); moment < end; moment = sequence.Next())
        {
            moments.Add(moment);
        }

        return moments;
    }

    private static int CountIn(List<long> moments, double from, double to) => moments.Count(moment => moment >= from * Second && moment < to * Second);
}
