using System.Collections.Immutable;

namespace StagingHarness.Doctor;

/// <summary>What was seen on the Docker engine.</summary>
internal sealed record DockerFacts
{
    public required string Address { get; init; }

    /// <summary>How it was found.</summary>
    public required string Source { get; init; }

    /// <summary>Name and version.</summary>
    public required string Engine { get; init; }

    /// <summary>Of its API: what is spoken with it, and the newest that it knows.</summary>
    public required Version ApiVersion { get; init; }

    public required Version NewestApiVersion { get; init; }

    public required bool IsRootless { get; init; }

    public required string Architecture { get; init; }

    public required string StorageDriver { get; init; }

    /// <summary>Empty when the engine does not tell.</summary>
    public required string StorageFolder { get; init; }

    /// <summary>Null when the folder is not on this machine.</summary>
    public required long? StorageFreeBytes { get; init; }

    /// <summary>Memory of the engine's machine; 0 when it does not tell.</summary>
    public required long MemoryBytes { get; init; }

    public required ImageFact BaseImage { get; init; }

    public required ImageFact DebianImage { get; init; }

    /// <summary>Null when the reaper is switched off.</summary>
    public required string? ReaperImage { get; init; }

    public required bool HasReaperImage { get; init; }

    /// <summary>Objects of dead runs, a line each; and what stood in the way of looking.</summary>
    public required ImmutableArray<string> StaleObjects { get; init; }

    public required ImmutableArray<string> ListingProblems { get; init; }
}
