namespace StagingHarness.Generator.Scheduling;

/// <summary>What became of the schedule: Scheduled - Dropped were sent.</summary>
internal sealed record DispatchCount(long Scheduled, long Dropped);
