using System.Collections.Immutable;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>An image to be built, and the tag that its content has made for it.</summary>
internal sealed record ImageRecipe
{
    /// <summary>What it is, for people: the artifact's id, or <c>harness programs</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Repository and tag; the tag follows from all that goes into the image.</summary>
    public required string Tag { get; init; }

    /// <summary>Full path of the folder from which the Dockerfile copies; null when it copies nothing.</summary>
    public string? Context { get; init; }

    /// <summary>Files that are put beside the Dockerfile, when there is no context: name there to full path.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public required DockerfileSource Dockerfile { get; init; }

    public ImmutableSortedDictionary<string, string> Arguments { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public required ImmutableSortedDictionary<string, string> Labels { get; init; }
}
