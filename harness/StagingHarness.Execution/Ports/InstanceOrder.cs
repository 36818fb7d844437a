using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports;

/// <summary>
/// Start an instance. Arguments and environment may hold <c>{listen.NAME}</c> (URL to bind, for each listener),
/// <c>{listen.NAME.host}</c>, <c>{listen.NAME.port}</c> and, for placed versions, <c>{release.path}</c> and <c>{platform.path}</c>;
/// the engine fills these in, everything else is filled in already.
/// </summary>
public sealed record InstanceOrder
{
    public required string Name { get; init; }

    /// <summary>Counts the starts under this name, from 1; names the log file.</summary>
    public required int Generation { get; init; }

    public required ProgramSource Program { get; init; }

    public required ImmutableArray<string> Arguments { get; init; }

    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>Names of its listeners, such as <c>http</c> and <c>control</c>; each gets an address of its own.</summary>
    public required ImmutableArray<string> Listeners { get; init; }

    public required ReadinessCheck Readiness { get; init; }
}
