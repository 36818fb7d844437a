using System.Collections.Immutable;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>All that a start of an instance is made of.</summary>
internal sealed record ProcessLaunch
{
    public required ImmutableSortedDictionary<string, Uri> Listeners { get; init; }

    public required InstanceLog Log { get; init; }

    /// <summary><c>sha256:</c> digest of what is started; null when it is no single artifact.</summary>
    public required string? Digest { get; init; }

    public required string File { get; init; }

    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>Changes to the supervisor's own environment; a null value removes the variable.</summary>
    public required ImmutableSortedDictionary<string, string?> Environment { get; init; }

    public required string WorkingDirectory { get; init; }

    public StartCommand ToCommand(string id) => new()
    {
        Id = id,
        File = File,
        Arguments = Arguments,
        Environment = Environment,
        WorkingDirectory = WorkingDirectory,
        LogFile = Log.FullPath,
    };
}
