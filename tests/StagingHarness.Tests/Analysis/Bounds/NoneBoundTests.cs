using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Tests.Analysis.Bounds;

public sealed class NoneBoundTests
{
    [TestCase(300, "0 of 300 (at most 1 %, 95 % confidence)")]
    [TestCase(3_000, "0 of 3,000 (at most 0.1 %, 95 % confidence)")]
    [TestCase(804, "0 of 804 (at most 0.38 %, 95 % confidence)")]
    [TestCase(1, "0 of 1 (at most 95 %, 95 % confidence)")]
    [TestCase(0, "0 of 0")]
    public void Text_of_none_prints_its_bound_rounded_up(long samples, string text) => NoneBound.Text(samples).Should().Be(text);

    [Test]
    public void Bound_is_the_exact_binomial_one()
    {
        var bound = NoneBound.Of(59).Value;

        Math.Pow(1 - bound, 59).Should().BeApproximately(0.05, 1e-12);
    }

    [Test]
    public void Bound_of_no_samples_allows_everything() => NoneBound.Of(0).Should().Be(Share.All);
}
