using System.Globalization;

namespace StagingHarness.Benchmarks.Contests;

/// <summary>A load generator that is run as a command; its processor time is that of the whole process.</summary>
internal sealed class ToolContestant : IContestant
{
    public required string Name { get; init; }

    public required string Program { get; init; }

    public required Func<Load, string[]> Arguments { get; init; }

    /// <summary>How many requests were answered rightly, from its standard output; null when that does not tell.</summary>
    public required Func<string, long?> Answered { get; init; }

    public required bool KeepsRate { get; init; }

    public required bool ClosesLoop { get; init; }

    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<Score> RunAsync(Load load, int core)
    {
        var before = ProcessorTime.OfEndedChildren();
        using var process = PinnedProcess.Start(core, Program, Arguments(load), static start => start.RedirectStandardError = true);
        var trouble = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var spent = ProcessorTime.OfEndedChildren() - before;
        if (process.ExitCode != 0 || Answered(output) is not { } answered)
        {
            throw new InvalidOperationException($"'{Name}' ended with exit code {process.ExitCode}, and wrote:\n{output}{await trouble}");
        }

        return Score.Of(spent, answered, load.Due is { } due ? Math.Max(0, due - answered) : null, jitter: null);
    }

    /// <summary>A figure of a command line.</summary>
    public static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
