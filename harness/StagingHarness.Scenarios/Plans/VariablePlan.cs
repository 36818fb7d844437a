namespace StagingHarness.Scenarios.Plans;

/// <summary>A variable of the scenario.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Value">The text that stands for it.</param>
/// <param name="IsGiven">The value came from outside, and not from its default.</param>
public sealed record VariablePlan(string Name, string Value, bool IsGiven);
