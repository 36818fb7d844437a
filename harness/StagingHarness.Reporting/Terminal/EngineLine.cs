using StagingHarness.History.Events;

namespace StagingHarness.Reporting.Terminal;

/// <summary>Which engine served, in which version, and why.</summary>
internal static class EngineLine
{
    /// <summary><c>'docker' (20.10.24, API 1.41): why</c>, without the end of a line.</summary>
    public static string Of(RunStarted started) =>
        $"'{started.Engine}'{(started.EngineVersion is { } version ? $" ({version})" : "")}: {started.EngineReason}";
}
