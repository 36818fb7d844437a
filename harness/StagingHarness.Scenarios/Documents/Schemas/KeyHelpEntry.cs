namespace StagingHarness.Scenarios.Documents.Schemas;

/// <summary>What editors show beside a key.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Default">As a file would write it; null when there is none.</param>
internal sealed record KeyHelpEntry(string Text, string? Default = null);
