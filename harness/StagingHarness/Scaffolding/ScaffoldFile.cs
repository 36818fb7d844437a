namespace StagingHarness.Scaffolding;

/// <summary>A file to be written.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Text">With its line ends.</param>
public sealed record ScaffoldFile(string Path, string Text);
