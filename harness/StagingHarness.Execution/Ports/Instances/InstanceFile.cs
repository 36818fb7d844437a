namespace StagingHarness.Execution.Ports.Instances;

/// <summary>A file that is put where an instance runs, before it starts; <c>{files.NAME}</c> gives its path there.</summary>
/// <param name="Name">Its name in placeholders.</param>
/// <param name="Source">Relative to the scenario root, with forward slashes.</param>
/// <param name="At">Absolute path in a container; other engines choose a place of the instance's own.</param>
public sealed record InstanceFile(string Name, string Source, string At);
