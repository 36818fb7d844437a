using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Analysis.Statistics;

namespace StagingHarness.Tests.Analysis.Statistics;

public sealed class ShareIntervalTests
{
    /// <summary>Mendelian inheritance, 682 of 925 (Conover 1971; the first example of R's binom.test): 95 % between 0.7076683 and 0.7654066.</summary>
    [Test]
    public void Mendelian_inheritance_has_its_published_interval()
    {
        ShareInterval.Lower(682, 925, 0.025).Should().BeApproximately(0.7076683, 0.00000005);
        ShareInterval.Upper(682, 925, 0.025).Should().BeApproximately(0.7654066, 0.00000005);
    }

    [TestCase(1)]
    [TestCase(300)]
    [TestCase(1_000_000)]
    public void None_of_a_sample_has_the_bound_that_is_printed_for_it(int total)
    {
        ShareInterval.Lower(0, total, 0.05).Should().Be(0);
        ShareInterval.Upper(0, total, 0.05).Should().BeApproximately(NoneBound.Of(total).Value, 1e-9);
    }

    [Test]
    public void All_of_a_sample_mirror_none_of_it()
    {
        ShareInterval.Upper(300, 300, 0.05).Should().Be(1);
        ShareInterval.Lower(300, 300, 0.05).Should().BeApproximately(1 - NoneBound.Of(300).Value, 1e-9);
    }

    [TestCase(0.99, 298, null)]
    [TestCase(0.99, 299, 299)]
    [TestCase(0.5, 4, null)]
    [TestCase(0.5, 5, 5)]
    [TestCase(0.5, 100, 59)]
    public void Rank_that_bounds_a_quantile_is_the_least_one(double quantile, int total, int? rank) =>
        ShareInterval.LeastRank(quantile, total, 0.05).Should().Be(rank);
}
