using System.Collections.Immutable;

namespace StagingHarness.History.Events;

/// <summary>Receipt: a job ran to its end, or was ended because it took too long.</summary>
public sealed record JobEnded : JournalEvent
{
    public required string Job { get; init; }

    public required int Generation { get; init; }

    /// <summary>Null when the engine could not learn it.</summary>
    public required int? ExitCode { get; init; }

    /// <summary>It had not ended in time, and was killed.</summary>
    public required bool Killed { get; init; }

    /// <summary>Real time from its start to its end.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>The last lines that it wrote, at most fifty.</summary>
    public required ImmutableArray<string> LastOutput { get; init; }
}
