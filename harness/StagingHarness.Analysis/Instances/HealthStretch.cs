namespace StagingHarness.Analysis.Instances;

/// <summary>The health check of an instance gave the same answer over this stretch.</summary>
/// <param name="From">The first such reading, real time since the epoch.</param>
/// <param name="Until">The first reading that was another one, or the last one of all.</param>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Readings">How many there were.</param>
public sealed record HealthStretch(TimeSpan From, TimeSpan Until, int? Status, int Readings)
{
    public bool IsGreen => Status is >= 200 and < 300;
}
