namespace StagingHarness.Scenarios.Explanations;

/// <summary>What an author writes.</summary>
public sealed record PageExample(ExampleKind Kind, string Text);
