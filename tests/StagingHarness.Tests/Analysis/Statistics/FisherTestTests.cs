using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Statistics;

namespace StagingHarness.Tests.Analysis.Statistics;

public sealed class FisherTestTests
{
    /// <summary>The lady tasting tea (Fisher, The Design of Experiments, 1935; also the first example of R's fisher.test): 3 of 4 against 1 of 4.</summary>
    [Test]
    public void Tea_tasting_has_its_published_p_values()
    {
        FisherTest.TwoSided(3, 4, 1, 4).Should().BeApproximately(0.4857, 0.00005);
        FisherTest.Greater(3, 4, 1, 4).Should().BeApproximately(0.2429, 0.00005);
    }

    /// <summary>Convictions of twins (Fisher 1962, 1970; the second example of R's fisher.test): 10 of 13 against 2 of 17.</summary>
    [Test]
    public void Convictions_of_twins_have_their_published_p_values()
    {
        FisherTest.TwoSided(10, 13, 2, 17).Should().BeApproximately(0.0005367, 0.00000005);
        FisherTest.Greater(10, 13, 2, 17).Should().BeApproximately(0.0004652, 0.00000005);
    }

    [TestCase(0, 300, 0, 300, 1)]
    [TestCase(300, 300, 300, 300, 1)]
    [TestCase(0, 10, 10, 10, 1)]
    public void Groups_without_a_difference_to_explain_are_left_to_chance(int hits, int total, int otherHits, int otherTotal, double greater) =>
        FisherTest.Greater(hits, total, otherHits, otherTotal).Should().BeApproximately(greater, 1e-9);

    [Test]
    public void Chances_of_large_groups_are_chances()
    {
        FisherTest.TwoSided(600_000, 1_000_000, 400_000, 1_000_000).Should().BeInRange(0, 1e-12);
        FisherTest.TwoSided(500, 1_000_000, 510, 1_000_000).Should().BeInRange(0.7, 0.8);
    }

    [Test]
    public void Least_significant_count_is_the_first_that_is()
    {
        var least = FisherTest.LeastSignificant(200, 0, 200, 0.01);

        least.Should().Be(7);
        FisherTest.Greater(7, 200, 0, 200).Should().BeLessThanOrEqualTo(0.01);
        FisherTest.Greater(6, 200, 0, 200).Should().BeGreaterThan(0.01);
    }

    [Test]
    public void Groups_that_are_too_small_can_show_nothing() =>
        FisherTest.LeastSignificant(3, 0, 3, 0.01).Should().BeNull("even 3 of 3 against 0 of 3 has p = 0.05");
}
