using System.Collections.Immutable;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>
/// Which turn comes at which position of the schedule: spread by weight, exact in every stretch as long as the weights sum up to,
/// and the same in every run. Turns that weigh the same follow each other in their order.
/// </summary>
internal sealed class TurnTable
{
    private readonly GeneratorTurn[] _cycle;

    public TurnTable(GeneratorOrder order)
        : this(order.Turns.IsDefaultOrEmpty ? [.. order.Requests.Select((_, index) => new GeneratorTurn(index, 1, 1))] : order.Turns)
    {
        if (!order.Recorded.IsEmpty)
        {
            _cycle = [.. order.Recorded.Select(index => new GeneratorTurn(index, 1, 1))];
        }
    }

    public TurnTable(ImmutableArray<GeneratorTurn> turns)
    {
        var divisor = turns.Select(turn => turn.Weight).Aggregate(Gcd);
        var weights = turns.Select(turn => turn.Weight / divisor).ToArray();
        var owed = new long[turns.Length];
        _cycle = new GeneratorTurn[weights.Sum()];
        for (var position = 0; position < _cycle.Length; position++)
        {
            var next = 0;
            for (var index = 0; index < owed.Length; index++)
            {
                owed[index] += weights[index];
                next = owed[index] > owed[next] ? index : next;
            }

            owed[next] -= _cycle.Length;
            _cycle[position] = turns[next];
        }
    }

    public GeneratorTurn At(long sequence) => _cycle[sequence % _cycle.Length];

    private static int Gcd(int one, int other) => other == 0 ? one : Gcd(other, one % other);
}
