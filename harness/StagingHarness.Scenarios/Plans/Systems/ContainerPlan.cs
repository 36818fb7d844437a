using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>What a container of the service may do and have. Engines without containers do not enforce it.</summary>
public sealed record ContainerPlan
{
    /// <summary><c>UID</c>, <c>UID:GID</c> or a user name of the image; never root unless written so.</summary>
    public required string User { get; init; }

    /// <summary>Most memory, in bytes; swap is not granted beside it.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Most processes and threads.</summary>
    public required int Processes { get; init; }

    /// <summary>The root file system cannot be written.</summary>
    public required bool ReadOnly { get; init; }

    /// <summary>Absolute paths that can be written nevertheless; they live in memory and begin empty. <c>/tmp</c> always is one.</summary>
    public required ImmutableArray<string> Writable { get; init; }

    /// <summary>Of writable paths that are small, how many bytes fit there; the others take what memory there is.</summary>
    public ImmutableSortedDictionary<string, long> WritableBytes { get; init; } = ImmutableSortedDictionary<string, long>.Empty;
}
