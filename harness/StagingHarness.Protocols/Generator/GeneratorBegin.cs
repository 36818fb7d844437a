namespace StagingHarness.Protocols.Generator;

/// <summary>All generators of a run are warm: their schedule begins, for all at the same moment.</summary>
/// <param name="FirstDueNanoseconds">Its first scheduled moment, nanoseconds from the epoch.</param>
public sealed record GeneratorBegin(long FirstDueNanoseconds);
