namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Where a Dockerfile comes from.</summary>
internal abstract record DockerfileSource
{
    private DockerfileSource()
    {
    }

    /// <summary>A file in the build's context.</summary>
    /// <param name="Name">Its name, relative to the context.</param>
    public sealed record InContext(string Name) : DockerfileSource;

    /// <summary>Text of the harness's own.</summary>
    public sealed record Text(string Content) : DockerfileSource;
}
