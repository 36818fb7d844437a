using System.Collections.Immutable;

namespace StagingHarness.Doctor;

/// <summary>What was seen on this machine; it judges nothing.</summary>
internal sealed record DoctorFacts
{
    /// <summary>Runtime of this process, with its version.</summary>
    public required string Runtime { get; init; }

    /// <summary>Folder that holds the runtimes.</summary>
    public required string RuntimeFolder { get; init; }

    /// <summary>Versions of the ASP.NET Core runtime beside it.</summary>
    public required ImmutableArray<string> WebRuntimes { get; init; }

    public required ImmutableArray<string> Sdks { get; init; }

    /// <summary>Folder in which the harness's own programs should lie.</summary>
    public required string ProgramsFolder { get; init; }

    /// <summary>What was told of each that is missing.</summary>
    public required ImmutableArray<string> MissingPrograms { get; init; }

    /// <summary>Why children cannot be started or cannot listen on loopback; empty when they can.</summary>
    public required ImmutableArray<string> ProcessProblems { get; init; }

    /// <summary>Null when no engine can be used, see <see cref="DockerProblem"/>.</summary>
    public DockerFacts? Docker { get; init; }

    /// <summary>Why no engine can be used.</summary>
    public string? DockerProblem { get; init; }

    /// <summary>What to do about it, where that is not a part of the problem's words.</summary>
    public string? DockerFix { get; init; }

    public required string RunsFolder { get; init; }

    /// <summary>Null when it cannot be told.</summary>
    public required long? RunsFreeBytes { get; init; }

    /// <summary>Memory that this process may use at most.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Processes of dead runs, a line each.</summary>
    public required ImmutableArray<string> StaleProcesses { get; init; }

    /// <summary>Full path of the one that a run would take; null when there is none.</summary>
    public required string? Browser { get; init; }
}
