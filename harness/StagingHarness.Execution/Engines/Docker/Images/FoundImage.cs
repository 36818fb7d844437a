namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>An image on the engine.</summary>
/// <param name="Reference">Name by which it was found.</param>
/// <param name="Id"><c>sha256:</c> id.</param>
internal sealed record FoundImage(string Reference, string Id);
