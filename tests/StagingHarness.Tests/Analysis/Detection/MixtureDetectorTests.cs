using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Detection;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Tests.Analysis.Detection;

public sealed class MixtureDetectorTests
{
    private const double Background = 0.001;
    private const double Threshold = 2e7;

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100_000)]
    public void Detector_all_answers_wrong_fires_with_the_third(int healthyBefore)
    {
        var detector = Create(Background, Threshold);
        for (var index = 0; index < healthyBefore; index++)
        {
            detector.Observe(right: true).Should().BeFalse();
        }

        var fired = Enumerable.Range(0, 3).Select(_ => detector.Observe(right: false)).ToArray();

        fired.Should().Equal(false, false, true);
        detector.Seen.Should().Be(healthyBefore + 3);
        detector.Wrong.Should().Be(3);
        detector.Statistic.Should().BeGreaterThanOrEqualTo(Threshold);
    }

    [TestCase(0.10, 47, 5)]
    [TestCase(0.01, 894, 90)]
    public void Detector_share_of_answers_wrong_fires_after_the_known_median(double share, int median, int tolerance)
    {
        var delays = Enumerable.Range(0, 1001).Select(seed => DelayUntilFired(share, seed)).Order().ToArray();

        delays[delays.Length / 2].Should().BeCloseTo(median, (uint)tolerance);
    }

    [Test]
    public void Detector_one_percent_wrong_fires_in_bounded_time_nearly_always()
    {
        var delays = Enumerable.Range(0, 1001).Select(seed => DelayUntilFired(0.01, seed)).Order().ToArray();

        delays[990].Should().BeInRange(1_800, 3_000, "the 99th percentile was simulated as 2,378");
    }

    [Test]
    public void Detector_background_only_keeps_the_bound_on_false_alarms()
    {
        // A low threshold, so that the bound of 200 / 1,000 is one that a wrong detector would break.
        const int runs = 4_000;
        const int responses = 200;
        const double threshold = 1_000;

        var alarms = Enumerable.Range(0, runs).Count(seed => FiresWithin(responses, threshold, seed));

        alarms.Should().BePositive("a threshold this low does fire at times").And.BeLessThan((int)(runs * responses / threshold));
    }

    [Test]
    public void Detector_background_only_stays_silent_at_the_planned_threshold()
    {
        Enumerable.Range(0, 20).Should().NotContain(seed => FiresWithin(200_000, Threshold, seed));
    }

    [Test]
    public void Detector_that_tolerates_nothing_fires_with_the_first_wrong_answer()
    {
        var detector = Create(0, Threshold);
        for (var index = 0; index < 1_000; index++)
        {
            detector.Observe(right: true).Should().BeFalse();
        }

        detector.Statistic.Should().Be(0);
        detector.Observe(right: false).Should().BeTrue();
        detector.Statistic.Should().Be(Threshold);
    }

    [Test]
    public void Detector_that_fired_stays_fired()
    {
        var detector = Create(0, Threshold);
        detector.Observe(right: false);

        detector.Observe(right: true).Should().BeTrue();
    }

    [Test]
    public void Detector_wrong_without_end_keeps_a_finite_statistic()
    {
        var detector = Create(1e-9, Threshold);
        for (var index = 0; index < 10_000; index++)
        {
            detector.Observe(right: false);
        }

        double.IsFinite(detector.Statistic).Should().BeTrue();
        detector.Observe(right: true);
        double.IsFinite(detector.Statistic).Should().BeTrue();
    }

    [Test]
    public void Detector_background_above_an_alternative_does_not_take_it_for_a_failure()
    {
        // 0.3 % wrong is less than the tolerated 0.8 %: were it still an alternative, right answers would raise the statistic.
        var detector = Create(0.008, Threshold);
        for (var index = 0; index < 100_000; index++)
        {
            detector.Observe(right: index % 333 != 0);
        }

        detector.Fired.Should().BeFalse();
    }

    [TestCase(0.5, 1e6, "*Tolerated background '50 %' cannot be told from a failure; give 0 to below 50 %.*")]
    [TestCase(double.NaN, 1e6, "*Tolerated background 'NaN %' cannot be told from a failure*")]
    [TestCase(0.001, 0, "*Detection threshold '0' is out of range; give more than 0 and less than 1e200.*")]
    [TestCase(0.001, double.PositiveInfinity, "*Detection threshold * is out of range*")]
    public void Detector_plan_out_of_range_is_refused(double background, double threshold, string message)
    {
        var create = () => Create(background, threshold);

        create.Should().Throw<ArgumentOutOfRangeException>().WithMessage(message);
    }

    private static MixtureDetector Create(double background, double threshold) =>
        new(new DetectionPlan { Background = new Share(background), Threshold = threshold });

    private static int DelayUntilFired(double share, int seed)
    {
        var random = new Random(seed);
        var detector = Create(Background, Threshold);
        var delay = 1;
        while (!detector.Observe(random.NextDouble() >= share))
        {
            delay++;
        }

        return delay;
    }

    private static bool FiresWithin(int responses, double threshold, int seed)
    {
        var random = new Random(seed);
        var detector = Create(Background, threshold);
        for (var index = 0; index < responses && !detector.Fired; index++)
        {
            detector.Observe(random.NextDouble() >= Background);
        }

        return detector.Fired;
    }
}
