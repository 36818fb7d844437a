namespace StagingHarness.Benchmarks.Contests;

/// <summary>
/// What a request costs the client: the harness's generator beside others, in one run against one server. The server has a core of its own, which this
/// program shares, and the client has another. Contestants take turns, so that whatever happens on the machine happens to all of them.
/// </summary>
internal static class GeneratorContest
{
    private const int Rounds = 3;
    private const int Connections = 32;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    private static readonly int?[] Rates = [2_000, 5_000, 20_000, null];

    /// <returns>Exit code: 1 where nothing can be measured.</returns>
    public static async Task<int> RunAsync(string? npmFolder)
    {
        if (CorePair.Find(out var reason) is not { } cores)
        {
            Console.WriteLine($"Nothing is measured: {reason}.");
            return 1;
        }

        var lineup = new Lineup(CheckoutFolder.Find(), npmFolder);
        foreach (var line in lineup.Absent)
        {
            Console.WriteLine(line);
        }

        await PinnedProcess.MoveThisAsync(cores.Server);
        await using var server = await ServerProcess.StartAsync(cores.Server);
        await lineup.Jit.RunAsync(new Load(server.Address, 5_000, Duration, Connections), cores.Client);
        Console.WriteLine($"{Connections} connections, {Duration.TotalSeconds:0} s each, medians of {Rounds} rounds; server on core {cores.Server}, client on core {cores.Client}");
        foreach (var rate in Rates)
        {
            await HoldAsync(new Load(server.Address, rate, Duration, Connections), lineup, cores.Client);
        }

        return 0;
    }

    private static async Task HoldAsync(Load load, Lineup lineup, int core)
    {
        var contestants = lineup.Contestants.Where(one => load.PerSecond is null ? one.ClosesLoop : one.KeepsRate).ToList();
        var scores = contestants.ToDictionary(one => one, _ => new List<Score>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var one in contestants)
            {
                scores[one].Add(await one.RunAsync(load, core));
            }
        }

        var table = new ContestTable(load, lineup.Hey is { } hey ? Score.Typical(scores[hey]).MicrosecondsPerRequest : null);
        Console.WriteLine(table.Head);
        foreach (var one in contestants)
        {
            Console.WriteLine(table.Line(one.Name, Score.Typical(scores[one])));
        }
    }
}
