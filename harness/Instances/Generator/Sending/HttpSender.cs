using System.Collections.Immutable;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>Sends requests, each once, alone or as journeys, and measures them.</summary>
internal sealed class HttpSender : ISender, IStepSender, IDisposable
{
    /// <summary>The runtime's timers may be a tick of the system clock early, and nothing may time out before its time.</summary>
    private static readonly TimeSpan TimerTick = TimeSpan.FromMilliseconds(16);

    private readonly GeneratorOrder _order;
    private readonly IPacer _clock;
    private readonly SessionFault _fault;
    private readonly Connections _connections;
    private readonly HttpExchange _exchange;
    private readonly SlotPool _slots;
    private readonly TurnTable _turns;
    private readonly ImmutableArray<RequestTemplate> _requests;
    private long _warmUps;

    public HttpSender(GeneratorOrder order, IPacer clock, SessionFault fault)
    {
        _order = order;
        _clock = clock;
        _fault = fault;
        _slots = new SlotPool(order.Connections * order.RequestsAtATime);
        _turns = new TurnTable(order);
        _requests = Templates(order);
        _connections = new Connections(order);
        _exchange = new HttpExchange(order, _connections);
        Journeys = new JourneyRunner(_slots, clock, this, order.Timeout, TimeProvider.System, fault);
    }

    /// <summary>Where outcomes go; set before the first request, and changed only while none is in flight.</summary>
    public required IOutcomeSink Outcomes { get; set; }

    /// <summary>What a request of the warm-up writes must never be taken for one of the schedule; changed as the outcomes are.</summary>
    public required bool IsWarmUp { get; set; }

    public JourneyRunner Journeys { get; }

    public long ConnectionsOpened => _connections.Opened;

    /// <summary>Requests that are sent from now on carry these headers.</summary>
    public void Renew(ImmutableSortedDictionary<string, string> headers) => _exchange.Renew(headers);

    public bool TryBegin(long sequence, long due, long patience, CancellationToken cancellationToken)
    {
        if (_slots.Take(TimeSpan.FromMicroseconds(patience / 1000.0), cancellationToken) is not { } slot)
        {
            return false;
        }

        var turn = _turns.At(sequence);
        var steps = turn.Count == 1 ? [] : _requests.AsSpan(turn.First, turn.Count).ToImmutableArray();
        var client = new VirtualClient(NeedsId(turn) ? IdOf(sequence) : "");
        slot.Exchange = turn.Count == 1
            ? SendAsync(slot, _requests[turn.First], client, sequence, due)
            : Journeys.RunAsync(slot, steps, client, sequence, due);
        return true;
    }

    /// <summary>Waits until nothing is in flight, and no journey under way.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await Journeys.DrainAsync(cancellationToken);
        await _slots.DrainAsync(cancellationToken);
    }

    /// <summary>Requests in flight end soon after; their slots are theirs, so these are left to the end of the process.</summary>
    public void Dispose()
    {
        Journeys.Dispose();
        _connections.Dispose();
    }

    /// <summary>Never throws: a defect of this program becomes the session's fault.</summary>
    public async Task<bool> SendAsync(ConnectionSlot slot, RequestTemplate template, VirtualClient client, long sequence, long due)
    {
        try
        {
            var sent = _clock.Now;
            var outcome = await _exchange.RunAsync(slot, template, client, RemainingAt(sent, due));
            var done = _clock.Now;
            if (outcome.Failure == Failure.None && done - due >= _order.Timeout.TotalNanoseconds)
            {
                // The timer is coarser than the clock; the clock decides.
                outcome = Outcome.Failed(Failure.TimedOut, outcome.Server);
            }

            Outcomes.Add(new Measured(sequence, template.Route, due, sent, done, outcome));
            return outcome.Right;
        }
        catch (Exception exception)
        {
            _fault.Raise(exception);
            return false;
        }
        finally
        {
            _slots.Return(slot);
        }
    }

    /// <summary>From behind: a page is looked at for the request that sends a form of it.</summary>
    private static ImmutableArray<RequestTemplate> Templates(GeneratorOrder order)
    {
        var templates = new RequestTemplate[order.Requests.Length];
        for (var index = templates.Length - 1; index >= 0; index--)
        {
            var sendsForm = index + 1 < templates.Length && order.Requests[index + 1].Form is not null;
            templates[index] = new RequestTemplate(order.Requests[index], order.Target) { Http = order.Http, NextForm = sendsForm ? templates[index + 1] : null };
        }

        return [.. templates];
    }

    private TimeSpan RemainingAt(long sent, long due)
    {
        var remaining = _order.Timeout - TimeSpan.FromMicroseconds((sent - due) / 1000.0);
        return (remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero) + TimerTick;
    }

    private bool NeedsId(GeneratorTurn turn)
    {
        for (var index = turn.First; index < turn.First + turn.Count; index++)
        {
            if (_requests[index].NeedsId)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Positions in the warm-up repeat themselves, so its requests are numbered as they come.</summary>
    private string IdOf(long sequence) => IsWarmUp
        ? RequestId.OfWarmUp(_order.Seed, Interlocked.Increment(ref _warmUps))
        : RequestId.Of(_order.Seed, sequence);
}
