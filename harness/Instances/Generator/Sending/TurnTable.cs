using System.Collections.Immutable;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>
/// Which turn comes at which position of the schedule: exact by weight in each cycle, which is as long as the weights sum up to, in an order that is
/// drawn anew for each cycle, and the same for the same seed. In a fixed order they would keep step with servers that are led to in turn: one of
/// four would get every second kind of request, or never the one that it fails. A recording keeps its order.
/// </summary>
internal sealed class TurnTable
{
    private readonly GeneratorTurn[] _cycle;
    private readonly long _seed;
    private readonly bool _isMixed;
    private Mixed _mixed = new(-1, []);

    public TurnTable(GeneratorOrder order)
        : this(order.Turns.IsDefaultOrEmpty ? [.. order.Requests.Select((_, index) => new GeneratorTurn(index, 1, 1))] : order.Turns, order.Seed)
    {
        if (!order.Recorded.IsEmpty)
        {
            _cycle = [.. order.Recorded.Select(index => new GeneratorTurn(index, 1, 1))];
            _isMixed = false;
        }
    }

    public TurnTable(ImmutableArray<GeneratorTurn> turns, long seed)
    {
        (_seed, _isMixed) = (seed, turns.Length > 1);
        var divisor = turns.Select(turn => turn.Weight).Aggregate(Gcd);
        _cycle = [.. turns.SelectMany(turn => Enumerable.Repeat(turn, turn.Weight / divisor))];
    }

    /// <summary>From any thread; cheapest where positions follow each other.</summary>
    public GeneratorTurn At(long sequence)
    {
        var (cycle, position) = Math.DivRem(sequence, _cycle.Length);
        return (_isMixed ? Of(cycle) : _cycle)[position];
    }

    private GeneratorTurn[] Of(long cycle)
    {
        var mixed = Volatile.Read(ref _mixed);
        if (mixed.Cycle != cycle)
        {
            mixed = new Mixed(cycle, Mix(cycle));
            Volatile.Write(ref _mixed, mixed);
        }

        return mixed.Turns;
    }

    // Fisher and Yates, with draws of the cycle alone: generators that share a schedule agree without a word.
    private GeneratorTurn[] Mix(long cycle)
    {
        var draws = new SplitMix64(unchecked((ulong)_seed * 0xD1342543DE82EF95) ^ (ulong)cycle);
        var turns = (GeneratorTurn[])_cycle.Clone();
        for (var last = turns.Length - 1; last > 0; last--)
        {
            var other = draws.Below(last + 1);
            (turns[last], turns[other]) = (turns[other], turns[last]);
        }

        return turns;
    }

    private static int Gcd(int one, int other) => other == 0 ? one : Gcd(other, one % other);

    private sealed record Mixed(long Cycle, GeneratorTurn[] Turns);
}
