using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Generator;

/// <summary>How late the generator woke up at moments that it waited for while nothing was sent.</summary>
/// <param name="Waits">How often it waited.</param>
/// <param name="MedianNanoseconds">Half of the waits were no later.</param>
/// <param name="WorstNanoseconds">None was later.</param>
public sealed record PacerLateness(int Waits, long MedianNanoseconds, long WorstNanoseconds)
{
    private const long CoarseNanoseconds = 1_000_000;

    /// <summary>The median is above one millisecond: the machine's timers are coarser than what is measured by them.</summary>
    [JsonIgnore]
    public bool IsCoarse => MedianNanoseconds > CoarseNanoseconds;
}
