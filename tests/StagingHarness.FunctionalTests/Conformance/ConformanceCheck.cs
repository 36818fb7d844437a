namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>One thing that every provider does.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Source">Where that is written.</param>
/// <param name="Look">Tells what is wrong; null when nothing is.</param>
internal sealed record ConformanceCheck(string Name, string Source, Func<ProviderCalls, Task<string?>> Look)
{
    /// <summary>Why it is asked of the stand-in alone: what the other judge does instead; null where both are asked.</summary>
    public string? StandInAlone { get; init; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public async Task<string?> RunAsync(ProviderCalls calls)
    {
        try
        {
            return await Look(calls);
        }
        catch (ConformanceException exception)
        {
            return exception.Message;
        }
    }

    public override string ToString() => Name;
}
