using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Running;

/// <summary>Answers counted so far.</summary>
/// <param name="Right">Answered 2xx.</param>
/// <param name="Wrong">All others.</param>
/// <param name="FirstWrong">What the first wrong one was, for people; null when there is none.</param>
internal sealed record TrafficCount(long Right, long Wrong, string? FirstWrong)
{
    public static TrafficCount Empty { get; } = new(0, 0, null);

    public long Total => Right + Wrong;

    public TrafficCount With(Sample sample, Func<Sample, string> describe) => sample.Right
        ? this with { Right = Right + 1 }
        : this with { Wrong = Wrong + 1, FirstWrong = FirstWrong ?? describe(sample) };
}
