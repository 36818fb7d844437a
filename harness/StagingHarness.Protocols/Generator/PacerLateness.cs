namespace StagingHarness.Protocols.Generator;

/// <summary>How late the generator woke up at moments that it waited for while nothing was sent.</summary>
/// <param name="Waits">How often it waited.</param>
/// <param name="MedianNanoseconds">Half of the waits were no later.</param>
/// <param name="WorstNanoseconds">None was later.</param>
public sealed record PacerLateness(int Waits, long MedianNanoseconds, long WorstNanoseconds);
