using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Upgrades;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Tests.Execution.Upgrades;

public sealed class TrafficPartsTests
{
    [TestCase(0.10, 1, 4, 1, 1, 2, Description = "a tenth each, and a fifth for each of four")]
    [TestCase(0.50, 1, 4, 1, 1, 0, Description = "half and half: nothing is left for the others")]
    [TestCase(0.75, 1, 4, 3, 1, 0, Description = "the twin gets what is left")]
    [TestCase(0.10, 2, 4, 1, 1, 4, Description = "two of them share the tenth")]
    [TestCase(0.001, 1, 1, 1, 1, 998, Description = "a thousandth")]
    [TestCase(0.10, 1, 0, 1, 9, 0, Description = "no other server: the twin gets the rest")]
    public void Share_becomes_the_smallest_whole_parts(double share, int candidates, int others, int candidate, int twin, int other) =>
        TrafficParts.Of(new Share(share), candidates, others).Should().Be(new TrafficParts(candidate, twin, other));
}
