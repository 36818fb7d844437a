namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Knuth's linear congruential generator: the same numbers on every runtime.</summary>
internal sealed class Sequence(int seed)
{
    private ulong _state = (ulong)seed;

    public int Next(int bound)
    {
        _state = (_state * 6364136223846793005UL) + 1442695040888963407UL;
        return (int)((_state >> 33) % (ulong)bound);
    }
}
