namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>Every scheduled request, accounted for: Scheduled = Answered + Unanswered + Dropped.</summary>
/// <param name="Scheduled">Moments in the schedule that have passed.</param>
/// <param name="Answered">Sent, and an HTTP answer came.</param>
/// <param name="Unanswered">Sent, and none came.</param>
/// <param name="Dropped">Never sent, because the generator could not keep up.</param>
public sealed record TrafficTotals(long Scheduled, long Answered, long Unanswered, long Dropped);
