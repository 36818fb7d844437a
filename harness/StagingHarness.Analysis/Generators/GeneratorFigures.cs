using StagingHarness.Analysis.Latency;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Analysis.Generators;

/// <summary>How well the traffic was sent: what became of the schedule, how late requests left, and how late the generator woke up before it began.</summary>
public sealed record GeneratorFigures
{
    /// <summary>How many generators shared the schedule.</summary>
    public required int Generators { get; init; }

    /// <summary>What became of all that was scheduled; null when the traffic was never stopped.</summary>
    public required TrafficEnded? Totals { get; init; }

    /// <summary>
    /// From the scheduled moment to the sending, microseconds, of every request that was sent; the wait for a free connection is in it. What was
    /// dropped has none.
    /// </summary>
    public required LatencySummary Lateness { get; init; }

    /// <summary>Of the generator that was latest; null in the journal of a harness that did not write it.</summary>
    public required PacerLateness? SelfCheck { get; init; }

    /// <summary>Null when no traffic flowed.</summary>
    public static GeneratorFigures? Of(RunAnalysis analysis)
    {
        if (analysis.Record.Events.OfType<TrafficStarted>().FirstOrDefault() is not { } started)
        {
            return null;
        }

        var recorder = new LatencyRecorder();
        foreach (ref readonly var sample in analysis.SamplesByDue)
        {
            recorder.Record(sample.SendDelayMicroseconds);
        }

        return new GeneratorFigures
        {
            Generators = started.Generators ?? 1,
            Totals = analysis.Record.Events.OfType<TrafficEnded>().FirstOrDefault(),
            Lateness = recorder.Summarize(),
            SelfCheck = started.SelfCheck,
        };
    }
}
