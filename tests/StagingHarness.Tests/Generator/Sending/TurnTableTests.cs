using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class TurnTableTests
{
    [Test]
    public void Turns_that_weigh_the_same_follow_each_other() => First(new TurnTable([new(0, 1, 7), new(1, 1, 7), new(2, 1, 7)]), 7).Should().Equal(0, 1, 2, 0, 1, 2, 0);

    [Test]
    public void Turns_by_weight_are_exact_in_each_cycle_and_spread_over_it()
    {
        var table = new TurnTable([new(0, 1, 20), new(1, 3, 10), new(4, 1, 10)]);

        First(table, 8).Should().Equal(0, 1, 4, 0, 0, 1, 4, 0);
        First(table, 400).Count(first => first == 0).Should().Be(200);
    }

    private static int[] First(TurnTable table, int count) => [.. Enumerable.Range(0, count).Select(sequence => table.At(sequence).First)];
}
