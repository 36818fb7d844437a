namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>What an engine answered when it was told to remove something.</summary>
/// <param name="IsRemoved">We removed it.</param>
/// <param name="Refusal">Why it did not; null when it is gone, or somebody else is removing it just now.</param>
internal sealed record RemovalResult(bool IsRemoved, string? Refusal = null)
{
    public static RemovalResult Removed { get; } = new(IsRemoved: true);

    public static RemovalResult BySomebodyElse { get; } = new(IsRemoved: false);
}
