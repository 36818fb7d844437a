using System.Collections.Immutable;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Control;

/// <summary>One order, from warm-up to totals.</summary>
internal sealed class TrafficSession : IDisposable
{
    private readonly GeneratorOrder _order;
    private readonly FrameWriter _writer;
    private readonly IPacer _pacer;
    private readonly SessionFault _fault = new();
    private readonly TaskCompletionSource<long> _firstDue = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FrameWriter _nobody = new(Stream.Null);
    private readonly SampleOutbox _warmUp;
    private readonly HttpSender _sender;

    public TrafficSession(GeneratorOrder order, FrameWriter writer, IPacer pacer)
    {
        _order = order;
        _writer = writer;
        _pacer = pacer;
        _warmUp = new SampleOutbox(_nobody, _fault, SampleOutbox.DefaultCapacity);
        _sender = new HttpSender(order, pacer, _fault) { Outcomes = _warmUp, IsWarmUp = true };
    }

    /// <summary>Never completes well; faults when the traffic is worthless.</summary>
    public Task Faulted => _fault.Raised;

    /// <summary>The schedule begins; before that, nothing of it is sent.</summary>
    public void Begin(GeneratorBegin begin) => _firstDue.TrySetResult(begin.FirstDueNanoseconds);

    public void Stop() => _stop.TrySetResult();

    public void Renew(GeneratorHeaders headers) => _sender.Renew(headers.Headers);

    /// <summary>Ends when the totals are sent.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pacer = await OnOwnThreadAsync(() => PacerCheck.Run(_pacer, cancellationToken));
        await WarmUpAsync(cancellationToken);
        using var outbox = new SampleOutbox(_writer, _fault, SampleOutbox.DefaultCapacity);
        _sender.Outcomes = outbox;
        _sender.IsWarmUp = false;
        _sender.Journeys.CountAnew();
        var warm = new GeneratorWarm(Flavour, checked((int)_warmUp.Answered), pacer);
        await _writer.WriteAsync(FrameType.Warm, GeneratorJson.Write(warm, GeneratorJson.Default.GeneratorWarm), cancellationToken);
        var firstDue = await _firstDue.Task.WaitAsync(cancellationToken);
        var schedule = new Schedule(firstDue, ArrivalSequence.Of(_order.Arrivals, _order.Seed));
        var count = await DispatchAsync(schedule, outbox, cancellationToken);
        var journeys = _sender.Journeys;
        var totals = new GeneratorTotals(
            count.Scheduled + journeys.FollowUps,
            outbox.Answered,
            outbox.Unanswered,
            count.Dropped + journeys.Dropped,
            _sender.ConnectionsOpened,
            journeys.Unfinished)
        {
            Spoken = outbox.Spoken.ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
        await _writer.WriteAsync(
            FrameType.Totals, GeneratorJson.Write(totals, GeneratorJson.Default.GeneratorTotals), cancellationToken);
    }

    public void Dispose()
    {
        _stop.TrySetCanceled();
        _sender.Dispose();
        _warmUp.Dispose();
        _nobody.Dispose();
    }

    private static string Flavour => System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled ? "jit" : "aot";

    private static Task<T> OnOwnThreadAsync<T>(Func<T> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task OnOwnThreadAsync(Action work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>
    /// Also the way of the samples is gone, to a stream that nobody reads: the first sample's stamp and JSON are cold code
    /// like the rest, and would hold up the answers behind it.
    /// </summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var sending = OnOwnThreadAsync(() => _warmUp.Run(cancellationToken));
        try
        {
            await OnOwnThreadAsync(() => new WarmUp(_order, _pacer, _sender).Run(cancellationToken));
            await DrainAsync(cancellationToken);
        }
        finally
        {
            _warmUp.Complete();
            await sending;
        }
    }

    /// <summary>Ends when every scheduled request is accounted for and every sample is sent.</summary>
    private async Task<DispatchCount> DispatchAsync(
        Schedule schedule, SampleOutbox outbox, CancellationToken cancellationToken)
    {
        var dispatcher = new Dispatcher(schedule, _order.Share, _pacer, _sender, _order.Timeout);
        var sending = OnOwnThreadAsync(() => outbox.Run(cancellationToken));
        try
        {
            var dispatching = OnOwnThreadAsync(() => dispatcher.Run(long.MaxValue, cancellationToken));
            await Task.WhenAny(dispatching, sending, _stop.Task);
            dispatcher.Stop();
            var count = await dispatching;
            await DrainAsync(cancellationToken);
            return count;
        }
        finally
        {
            outbox.Complete();
            await sending;
        }
    }

    /// <summary>Every request in flight ends by its own timeout; one that does not is a defect, and never waited for.</summary>
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        var deadline = _order.Timeout + GeneratorProgram.DrainGrace;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(deadline);
        try
        {
            await _sender.DrainAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GeneratorException(
                $"Requests were still in flight {deadline.TotalSeconds:0.#} s after the last one was sent, past their timeout.");
        }
    }
}
