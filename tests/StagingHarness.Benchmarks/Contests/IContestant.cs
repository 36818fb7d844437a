namespace StagingHarness.Benchmarks.Contests;

/// <summary>A load generator.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>It can send on a schedule.</summary>
    bool KeepsRate { get; }

    /// <summary>It can send as often as answers come.</summary>
    bool ClosesLoop { get; }

    /// <summary>Sends from that core.</summary>
    Task<Score> RunAsync(Load load, int core);
}
