using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Tests.Protocols.Generator;

public sealed class GeneratorShareTests
{
    [TestCase(64, 3, new[] { 22, 21, 21 })]
    [TestCase(4, 4, new[] { 1, 1, 1, 1 })]
    [TestCase(5, 1, new[] { 5 })]
    public void Parts_of_a_whole_add_up_to_it(int whole, int count, int[] parts) =>
        Enumerable.Range(0, count).Select(index => new GeneratorShare(index, count).PartOf(whole)).Should().Equal(parts);

    [Test]
    public void Each_position_is_held_by_one() =>
        Enumerable.Range(0, 100).Should().OnlyContain(
            sequence => Enumerable.Range(0, 3).Count(index => new GeneratorShare(index, 3).Holds(sequence)) == 1);
}
