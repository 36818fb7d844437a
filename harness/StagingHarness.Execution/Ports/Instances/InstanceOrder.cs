using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>
/// Start an instance. Arguments and environment may hold <c>{listen.NAME}</c> (URL to bind, for each listener),
/// <c>{listen.NAME.host}</c>, <c>{listen.NAME.port}</c>, <c>{stage.NAME}</c> (URL of the listener as other members reach it),
/// <c>{work}</c> (a folder that it may write), <c>{files.NAME}</c>, <c>{stage.NAME}</c> of a text and, for placed versions, <c>{release.path}</c> and
/// <c>{platform.path}</c>; the engine fills these in, everything else is filled in already.
/// </summary>
public sealed record InstanceOrder
{
    public required string Name { get; init; }

    /// <summary>Counts the starts under this name, from 1; names the log file.</summary>
    public required int Generation { get; init; }

    public required ProgramSource Program { get; init; }

    /// <summary>
    /// Program and first arguments that run in a container instead of what its image would run; they may hold placeholders too. Empty:
    /// the image's own.
    /// </summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>
    /// How an engine without containers starts, on this machine, what a placed image would run: program and first arguments,
    /// which may hold placeholders too. Empty when it cannot, and for placed projects, which hold their program.
    /// </summary>
    public ImmutableArray<string> LocalCommand { get; init; } = [];

    public required ImmutableArray<string> Arguments { get; init; }

    public required ImmutableSortedDictionary<string, string> Environment { get; init; }

    /// <summary>Each gets an address of its own.</summary>
    public required ImmutableArray<ListenerOrder> Listeners { get; init; }

    /// <summary>Names under which other members reach it beside its own, such as the name of its service.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public required ReadinessCheck Readiness { get; init; }

    /// <summary>Files that are put where it runs, before it starts.</summary>
    public ImmutableArray<InstanceFile> Files { get; init; } = [];

    /// <summary>Texts of the run that are put there too, such as the CA of the stage.</summary>
    public ImmutableArray<InstanceText> Texts { get; init; } = [];

    /// <summary>Port on which its one listener listens by itself; null when it listens where it is told to.</summary>
    public int? Port { get; init; }

    /// <summary>What its container may do and have; null for the harness's own programs, whose limits the engine knows.</summary>
    public ContainerPlan? Container { get; init; }
}
