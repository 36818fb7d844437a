namespace StagingHarness.Cleaning;

/// <summary>What a cleaning is told from outside.</summary>
public sealed record CleaningOptions
{
    /// <summary>Images that the harness has built go too, where no container uses them.</summary>
    public bool IncludesImages { get; init; }

    /// <summary>Only says what would be removed.</summary>
    public bool IsDryRun { get; init; }
}
