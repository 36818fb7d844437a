namespace StagingHarness.Execution.Ports.Instances;

/// <summary>An artifact that can be put on a server.</summary>
/// <param name="Id">As in the plan.</param>
/// <param name="Digest"><c>sha256:</c> of its content.</param>
/// <param name="FromCache">An unchanged build was used again.</param>
/// <param name="Took">Real time of the preparation.</param>
public sealed record PreparedArtifact(string Id, string Digest, bool FromCache, TimeSpan Took);
