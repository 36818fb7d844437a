using System.Collections.Immutable;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Execution.Detection;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.History.Events;
using StagingHarness.History.Samples;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Execution.Running;

/// <summary>
/// Takes the samples of the run as they come: onto the disk, into alert rules and detection, into one event per second, and into the
/// counts that steps wait for.
/// </summary>
/// <param name="file">Takes every sample.</param>
/// <param name="detection">Decides on every sample.</param>
/// <param name="alerts">Decide on every sample.</param>
/// <param name="events">Take one event per second.</param>
/// <param name="record">What the run has written so far.</param>
/// <param name="kept">For how long answers can still be counted that came before counting was asked for.</param>
internal sealed class LiveTraffic(
    SampleFileWriter file, LiveDetection detection, ISampleSink alerts, IEventSink events, RecordSoFar record, TimeSpan kept) : ISampleSink
{
    private readonly Lock gate = new();
    private readonly Queue<Sample> recent = [];
    private readonly List<TrafficTally> tallies = [];
    private readonly SortedDictionary<string, int> wrongInSecond = new(StringComparer.Ordinal);
    private long second = -1;
    private int requestsInSecond;
    private int rightInSecond;

    /// <summary>Of the whole run.</summary>
    public TrafficTally All { get; } = new(TimeSpan.Zero);

    /// <summary>Begins to count requests that were due after this moment, which may have passed, by no more than answers are kept for.</summary>
    public TrafficTally Tally(TimeSpan after)
    {
        lock (gate)
        {
            var tally = new TrafficTally(after);
            tallies.Add(tally);
            foreach (var sample in recent)
            {
                tally.Add(sample);
            }

            return tally;
        }
    }

    public void OnStamp(int stamp, ServerStamp server)
    {
        events.Append(new StampSeen { Stamp = stamp, Server = server });
        detection.OnStamp(stamp, server);
    }

    public void OnSamples(ReadOnlySpan<Sample> samples)
    {
        file.Append(samples);
        record.Add(samples);
        foreach (var sample in samples)
        {
            CountOne(sample);
        }

        alerts.OnSamples(samples);
        detection.OnSamples(samples);
    }

    /// <summary>Writes the last, unfinished second; call it when the traffic has ended.</summary>
    public void Finish() => EndSecond();

    private void CountOne(Sample sample)
    {
        var done = (long)sample.Done.TotalSeconds;
        if (done > second)
        {
            EndSecond();
            second = done;
        }

        requestsInSecond++;
        if (sample.Right)
        {
            rightInSecond++;
        }
        else
        {
            var what = OutcomeKind.Of(sample).ToString();
            wrongInSecond[what] = wrongInSecond.GetValueOrDefault(what) + 1;
        }

        lock (gate)
        {
            Keep(sample);
            All.Add(sample);
            foreach (var tally in tallies)
            {
                tally.Add(sample);
            }
        }
    }

    // In the order of answers: one that was due long ago and came late goes with its neighbours.
    private void Keep(Sample sample)
    {
        recent.Enqueue(sample);
        while (recent.Peek().Done < sample.Done - kept)
        {
            recent.Dequeue();
        }
    }

    private void EndSecond()
    {
        if (requestsInSecond > 0)
        {
            // Whoever reads the event finds its samples beside it.
            file.Flush();
            events.Append(new TrafficObserved
            {
                From = TimeSpan.FromSeconds(second),
                Requests = requestsInSecond,
                Right = rightInSecond,
                Wrong = wrongInSecond.ToImmutableSortedDictionary(StringComparer.Ordinal),
            });
        }

        requestsInSecond = 0;
        rightInSecond = 0;
        wrongInSecond.Clear();
    }
}
