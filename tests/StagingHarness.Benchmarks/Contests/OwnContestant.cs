namespace StagingHarness.Benchmarks.Contests;

/// <summary>
/// The harness's own generator, ordered as a run orders it. Its processor time is that from the first scheduled request to its end: start and
/// warm-up lie before what a run measures.
/// </summary>
/// <param name="name">Which of its kinds it is.</param>
/// <param name="command">Program and first arguments.</param>
/// <param name="warmUp">With how many requests it is warmed up.</param>
internal sealed class OwnContestant(string name, string[] command, Func<Load, int> warmUp) : IContestant
{
    public string Name => name;

    public bool KeepsRate => true;

    /// <summary>It only knows schedules.</summary>
    public bool ClosesLoop => false;

    public async Task<Score> RunAsync(Load load, int core)
    {
        var before = ProcessorTime.OfEndedChildren();
        await using var generator = await OwnGenerator.StartAsync(command, core);
        var delays = new SendDelays();
        var totals = await generator.Traffic.RunAsync(
            load, warmUp(load), delays, _ => Task.Delay(load.Duration, TimeProvider.System, CancellationToken.None));
        await generator.WaitForEndAsync();
        var spent = ProcessorTime.OfEndedChildren() - before - generator.Traffic.SpentBefore;
        return Score.Of(spent, delays.Right, totals.Scheduled - delays.Right, delays.ToJitter());
    }
}
