namespace StagingHarness.History.Runs;

/// <summary>A file that the plan was made of.</summary>
/// <param name="File">Relative to the scenario root, with forward slashes.</param>
/// <param name="Text">Its text, with line feeds.</param>
public sealed record SourceFile(string File, string Text);
