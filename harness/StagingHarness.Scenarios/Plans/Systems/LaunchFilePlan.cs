namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>A file that is put on every server of the service before it starts.</summary>
/// <param name="Name">Name by which <c>{files.NAME}</c> gives its path there.</param>
/// <param name="Source">The file, relative to the scenario root, with forward slashes.</param>
/// <param name="At">Absolute path in a container; the process engine puts it into a folder of the instance's own.</param>
public sealed record LaunchFilePlan(string Name, string Source, string At);
