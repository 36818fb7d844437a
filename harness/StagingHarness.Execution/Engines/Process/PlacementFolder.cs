namespace StagingHarness.Execution.Engines.Process;

/// <summary>Folder in which a version lies on a server: the platform and the release beside each other; a release may have none.</summary>
internal sealed record PlacementFolder(string Root)
{
    public string Platform => Path.Combine(Root, "platform");

    public string Release => Path.Combine(Root, "release");

    public bool HasPlatform => Directory.Exists(Platform);
}
