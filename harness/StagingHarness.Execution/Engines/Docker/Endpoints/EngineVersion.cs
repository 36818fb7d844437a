namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>What an engine says of itself when it is asked without a version: all engines answer that.</summary>
internal sealed record EngineVersion
{
    /// <summary>Such as <c>Docker 20.10.24</c> or <c>Podman 5.2.0</c>.</summary>
    public string Name => $"{(IsPodman ? "Podman" : "Docker")} {Version}";

    public required string Version { get; init; }

    /// <summary>Newest version of the API that it speaks.</summary>
    public required Version NewestApi { get; init; }

    /// <summary>Oldest version of the API that it speaks.</summary>
    public required Version OldestApi { get; init; }

    /// <summary>Operating system of its containers: <c>linux</c> or <c>windows</c>.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>As Go names it: <c>amd64</c>, <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    public required bool IsPodman { get; init; }
}
