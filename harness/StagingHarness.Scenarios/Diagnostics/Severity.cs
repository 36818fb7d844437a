namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>There is no plan.</summary>
    Error,

    /// <summary>There is a plan, and something about it that the author should know.</summary>
    Warning,
}
