namespace StagingHarness.Generator.Scheduling;

/// <summary>Sends requests, as many at once as there are connections.</summary>
internal interface ISender
{
    /// <summary>
    /// Begins the request at that position of the schedule, due at that moment (nanoseconds from the epoch), as soon as a
    /// connection is free; false when none was within the patience (nanoseconds).
    /// </summary>
    bool TryBegin(long sequence, long due, long patience, CancellationToken cancellationToken);
}
