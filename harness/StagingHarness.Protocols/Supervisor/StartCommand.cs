using System.Collections.Immutable;

namespace StagingHarness.Protocols.Supervisor;

/// <summary>Start a process; answered by <see cref="StartedAnswer"/> or <see cref="StartFailedAnswer"/>.</summary>
public sealed record StartCommand : SupervisorCommand
{
    /// <summary>Program file.</summary>
    public required string File { get; init; }

    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>Changes to the supervisor's own environment; a null value removes the variable.</summary>
    public required ImmutableSortedDictionary<string, string?> Environment { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>Takes what the process writes, as <see cref="LogLine"/>s, after what the file holds already.</summary>
    public required string LogFile { get; init; }
}
