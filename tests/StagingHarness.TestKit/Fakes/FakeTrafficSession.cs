using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Traffic of a <see cref="FakeTraffic"/>.</summary>
public sealed class FakeTrafficSession : ITrafficSession
{
    private readonly FakeTraffic traffic;
    private readonly TrafficOrder order;
    private readonly ISampleSink sink;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource completion = new();
    private readonly Dictionary<ServerStamp, ushort> stamps = [];
    private readonly Task sending;
    private long answered;
    private long unanswered;
    private bool isStopped;

    internal FakeTrafficSession(FakeTraffic traffic, TrafficOrder order, ISampleSink sink, TimeProvider time)
    {
        this.traffic = traffic;
        this.order = order;
        this.sink = sink;
        this.time = time;
        FirstDue = Elapsed;
        sending = SendAsync();
    }

    public string Flavour => "fake";

    public string SelfCheck => "woke up in time";

    public PacerLateness Lateness => traffic.Lateness;

    public TimeSpan FirstDue { get; }

    public Task Completion => completion.Task;

    /// <summary>Headers of each renewal, and its moment since the first request.</summary>
    public List<(TimeSpan At, ImmutableSortedDictionary<string, string> Headers)> Renewals { get; } = [];

    /// <summary>Thrown when new credentials come; null takes them.</summary>
    public Exception? RenewalFailure { get; set; }

    /// <summary>Positions of the requests that were sent, and whether they were answered 2xx.</summary>
    public List<(uint Sequence, bool Right)> Sent { get; } = [];

    private TimeSpan Elapsed => time.GetElapsedTime(order.EpochTimestamp);

    /// <summary>The generator is lost.</summary>
    public void Lose(Exception exception) => completion.TrySetException(exception);

    /// <summary>Answers that come now, all at once, to requests that are due now and stand in no total.</summary>
    public void AnswerNow(int status, int times)
    {
        for (var count = 0; count < times; count++)
        {
            sink.OnSamples([CreateSample(uint.MaxValue, Elapsed, (Answerer.App, status, null))]);
        }
    }

    /// <summary>The traffic ends although nobody stopped it.</summary>
    public void EndByItself()
    {
        ending.Cancel();
        completion.TrySetResult();
    }

    public Task RenewCredentialsAsync(ImmutableSortedDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (RenewalFailure is { } failure)
        {
            throw failure;
        }

        Renewals.Add((Elapsed - FirstDue, headers));
        return Task.CompletedTask;
    }

    public async Task<TrafficTotals> StopAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (traffic.StopFailure is { } failure)
        {
            throw failure;
        }

        isStopped = true;
        await sending.WaitAsync(cancellationToken);
        completion.TrySetResult();
        foreach (var instance in traffic.Instances)
        {
            instance.Die(0);
        }

        return traffic.Totals(new TrafficTotals(answered + unanswered, answered, unanswered, 0));
    }

    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
        await sending;
        completion.TrySetCanceled();
        if (traffic.DisposeFailure is { } failure)
        {
            throw failure;
        }
    }

    private async Task SendAsync()
    {
        try
        {
            var schedule = ArrivalSequence.Of(order.Plan.Schedule, order.Seed);
            for (uint sequence = 0; !isStopped; sequence++)
            {
                await SendAsync(sequence, TimeSpan.FromTicks(schedule.Next() / TimeSpan.NanosecondsPerTick));
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // It was given up.
        }
        catch (Exception exception)
        {
            completion.TrySetException(exception);
        }
    }

    private async Task SendAsync(uint sequence, TimeSpan sinceFirst)
    {
        var due = FirstDue + sinceFirst;
        if (due > Elapsed)
        {
            await Task.Delay(due - Elapsed, time, ending.Token);
        }

        if (isStopped)
        {
            return;
        }

        var answer = traffic.Answer(sinceFirst);
        await Task.Delay(traffic.Latency, time, ending.Token);
        answered += answer.Status == 0 ? 0 : 1;
        unanswered += answer.Status == 0 ? 1 : 0;
        Sent.Add((sequence, answer.Status is >= 200 and < 300));
        sink.OnSamples([CreateSample(sequence, due, answer)]);
    }

    private Sample CreateSample(uint sequence, TimeSpan due, (Answerer Answerer, int Status, ServerStamp? Stamp) answer) => new()
    {
        DueNanoseconds = due.Ticks * TimeSpan.NanosecondsPerTick,
        SendDelayMicroseconds = 0,
        LatencyMicroseconds = (uint)traffic.Latency.TotalMicroseconds,
        Status = (ushort)answer.Status,
        Answerer = answer.Answerer,
        Failure = answer.Status == 0 ? Failure.TimedOut : Failure.None,
        Route = (ushort)(sequence % order.Plan.Requests.Length),
        Stamp = answer.Stamp is { } stamp ? Number(stamp) : (ushort)0,
        Sequence = sequence,
    };

    private ushort Number(ServerStamp stamp)
    {
        if (!stamps.TryGetValue(stamp, out var number))
        {
            number = (ushort)(stamps.Count + 1);
            stamps[stamp] = number;
            sink.OnStamp(number, stamp);
        }

        return number;
    }
}
