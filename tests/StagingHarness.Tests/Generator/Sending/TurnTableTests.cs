using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class TurnTableTests
{
    [Test]
    public void Turns_are_exact_by_weight_in_each_cycle()
    {
        var first = First(new TurnTable([new(0, 1, 20), new(1, 3, 10), new(4, 1, 10)], seed: 1), 400);

        first.Chunk(4).Should().OnlyContain(cycle => cycle.Count(turn => turn == 0) == 2 && cycle.Contains(1) && cycle.Contains(4));
    }

    [Test]
    public void Servers_that_are_led_to_in_turn_get_each_kind_of_request([Values(2, 3, 4)] int servers, [Values(1, 2, 3)] long seed)
    {
        int[][] weights = [[1, 1], [2, 1], [1, 1, 1], [3, 1]];
        foreach (var weighed in weights)
        {
            var table = new TurnTable([.. weighed.Select((weight, index) => new StagingHarness.Protocols.Generator.GeneratorTurn(index, 1, weight))], seed);
            var first = First(table, 1200);
            for (var server = 0; server < servers; server++)
            {
                var own = first.Where((_, sequence) => sequence % servers == server).ToList();
                for (var kind = 0; kind < weighed.Length; kind++)
                {
                    var share = (double)weighed[kind] / weighed.Sum();
                    own.Count(turn => turn == kind).Should().BeCloseTo((int)(own.Count * share), (uint)(own.Count * 0.15));
                }
            }
        }
    }

    [Test]
    public void Order_is_that_of_the_seed_also_for_who_sends_a_share_of_it()
    {
        var (one, other) = (Table(seed: 7), Table(seed: 7));
        var backwards = Enumerable.Range(0, 100).Reverse().Select(sequence => other.At(sequence).First).Reverse();

        First(one, 100).Should().Equal(backwards);
        First(one, 100).Should().NotEqual(First(Table(seed: 8), 100));

        static TurnTable Table(long seed) => new([new(0, 1, 1), new(1, 1, 1)], seed);
    }

    private static int[] First(TurnTable table, int count) => [.. Enumerable.Range(0, count).Select(sequence => table.At(sequence).First)];
}
