namespace StagingHarness.Generator.Sending;

/// <summary>One request that was sent. Moments in nanoseconds from the epoch.</summary>
internal readonly record struct Measured(long Sequence, ushort Route, long Due, long Sent, long Done, Outcome Outcome);
