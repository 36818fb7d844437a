namespace StagingHarness.Supervisor;

/// <summary>A process as the system's table shows it.</summary>
internal sealed record ProcessEntry(int Id, int Parent, int Session);
