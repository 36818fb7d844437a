namespace StagingHarness.Scenarios.Plans;

/// <summary>Where a part of the plan is written: file relative to the scenario root, line and column from 1.</summary>
public sealed record SourcePlace(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
