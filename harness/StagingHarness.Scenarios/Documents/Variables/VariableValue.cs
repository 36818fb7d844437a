namespace StagingHarness.Scenarios.Documents.Variables;

/// <summary>A variable and the text that stands for it.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Text">Null: it has none, or a wrong one, and a finding says so.</param>
/// <param name="IsGiven">The value comes from outside, and not from its default.</param>
internal sealed record VariableValue(string Name, string? Text, bool IsGiven);
