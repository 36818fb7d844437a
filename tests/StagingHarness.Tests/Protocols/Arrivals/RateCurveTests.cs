using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Arrivals;

namespace StagingHarness.Tests.Protocols.Arrivals;

public sealed class RateCurveTests
{
    private static readonly RateCurve Mountain = new([new RateStretch(10, 100, 3), new RateStretch(100, 10, 6)], 10);

    [Test]
    public void Curve_count_and_moment_are_each_others_inverse()
    {
        foreach (var seconds in Enumerable.Range(0, 120).Select(tenth => tenth / 10.0))
        {
            Mountain.NanosecondsOf(Mountain.CountBy(seconds)).Should().BeCloseTo((long)(seconds * 1e9), 2);
        }
    }

    [TestCase(0.5)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(20)]
    public void Curve_fullest_window_is_the_fullest_of_all(double window)
    {
        var tried = Enumerable.Range(0, 12_000).Max(step => Mountain.CountBy((step / 1000.0) + window) - Mountain.CountBy(step / 1000.0));

        Mountain.MostIn(window).Should().BeInRange(tried, tried + 0.001);
    }

    [Test]
    public void Curve_of_one_rate_has_as_much_in_every_window()
    {
        var curve = new RateCurve([], 40);

        (curve.MostIn(2), curve.Highest, curve.Lowest, curve.CountBy(3)).Should().Be((80, 40, 40, 120));
    }
}
