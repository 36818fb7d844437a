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
    private readonly SortedDictionary<string, int> wrongInSecond = new(StringComparer.Ordinal);
    private long second = -1;
    private int requestsInSecond;
    private int rightInSecond;
    private TimeSpan countedFrom = TimeSpan.Zero;
    private TrafficCount count = TrafficCount.Empty;

    /// <summary>Answers to requests that were due since <see cref="CountFrom"/>; to all, before that was first asked for.</summary>
    public TrafficCount Count
    {
        get
        {
            lock (gate)
            {
                return count;
            }
        }
    }

    /// <summary>Begins to count anew: requests due from this moment on, which may have passed, by no more than answers are kept for.</summary>
    public void CountFrom(TimeSpan elapsed)
    {
        lock (gate)
        {
            countedFrom = elapsed;
            count = recent.Where(sample => sample.Due >= elapsed).Aggregate(TrafficCount.Empty, (so, sample) => so.With(sample, Describe));
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
            var what = Describe(sample);
            wrongInSecond[what] = wrongInSecond.GetValueOrDefault(what) + 1;
        }

        lock (gate)
        {
            Keep(sample);
            if (sample.Due >= countedFrom)
            {
                count = count.With(sample, Describe);
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

    private static string Describe(Sample sample) => OutcomeKind.Of(sample).ToString();
}
