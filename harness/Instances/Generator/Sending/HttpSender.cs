using System.Collections.Immutable;
using System.Net;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Generator.Sending;

/// <summary>Sends requests over kept HTTP/1.1 connections, each request once, and measures them.</summary>
internal sealed class HttpSender : ISender, IDisposable
{
    /// <summary>The runtime's timers may be a tick of the system clock early, and nothing may time out before its time.</summary>
    private static readonly TimeSpan TimerTick = TimeSpan.FromMilliseconds(16);

    private readonly GeneratorOrder _order;
    private readonly IPacer _clock;
    private readonly SessionFault _fault;
    private readonly HttpMessageInvoker _invoker;
    private readonly SlotPool _slots;
    private readonly ImmutableArray<RequestTemplate> _requests;
    private readonly ImmutableArray<int> _turns;
    private long _warmUps;
    private ImmutableSortedDictionary<string, string> _headers;

    public HttpSender(GeneratorOrder order, IPacer clock, SessionFault fault)
    {
        _order = order;
        _clock = clock;
        _fault = fault;
        _headers = order.Headers;
        _slots = new SlotPool(order.Connections);
        _requests = [.. order.Requests.Select(request => new RequestTemplate(request, order.Target))];
        _turns = order.Turns.IsEmpty ? [.. Enumerable.Range(0, _requests.Length)] : order.Turns;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = order.Connections,
            ConnectTimeout = order.Timeout,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectCallback = RoutedConnector.CreateCallback(order.Routes),
        });
    }

    /// <summary>Where outcomes go; set before the first request, and changed only while none is in flight.</summary>
    public required IOutcomeSink Outcomes { get; set; }

    /// <summary>What a request of the warm-up writes must never be taken for one of the schedule; changed as the outcomes are.</summary>
    public required bool IsWarmUp { get; set; }

    /// <summary>Requests that are sent from now on carry these headers.</summary>
    public void Renew(ImmutableSortedDictionary<string, string> headers) => Volatile.Write(ref _headers, headers);

    public bool TryBegin(long sequence, long due, long patience, CancellationToken cancellationToken)
    {
        if (_slots.Take(TimeSpan.FromMicroseconds(patience / 1000.0), cancellationToken) is not { } slot)
        {
            return false;
        }

        slot.Exchange = MeasureAsync(slot, sequence, due);
        return true;
    }

    /// <summary>Waits until nothing is in flight.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) => _slots.DrainAsync(cancellationToken);

    /// <summary>Requests in flight end soon after; their slots are theirs, so these are left to the end of the process.</summary>
    public void Dispose() => _invoker.Dispose();

    /// <summary>Never throws: a defect of this program becomes the session's fault.</summary>
    private async Task MeasureAsync(ConnectionSlot slot, long sequence, long due)
    {
        try
        {
            var request = _requests[_turns[(int)(sequence % _turns.Length)]];
            var sent = _clock.Now;
            var outcome = await ExchangeAsync(slot, CreateRequest(request, sequence), RemainingAt(sent, due));
            var done = _clock.Now;
            if (outcome.Failure == Failure.None && done - due >= _order.Timeout.TotalNanoseconds)
            {
                // The timer is coarser than the clock; the clock decides.
                outcome = Outcome.Failed(Failure.TimedOut, outcome.Server);
            }

            Outcomes.Add(new Measured(sequence, request.Route, due, sent, done, outcome));
        }
        catch (Exception exception)
        {
            _fault.Raise(exception);
        }
        finally
        {
            _slots.Return(slot);
        }
    }

    private TimeSpan RemainingAt(long sent, long due)
    {
        var remaining = _order.Timeout - TimeSpan.FromMicroseconds((sent - due) / 1000.0);
        return (remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero) + TimerTick;
    }

    private async Task<Outcome> ExchangeAsync(ConnectionSlot slot, HttpRequestMessage request, TimeSpan remaining)
    {
        ServerStamp? server = null;
        try
        {
            var timeout = slot.BeginTimeout(remaining);
            using var response = await _invoker.SendAsync(request, timeout);
            server = StampReader.ReadServer(response.Headers);
            using var body = await response.Content.ReadAsStreamAsync(timeout);
            while (await body.ReadAsync(slot.Buffer, timeout) > 0)
            {
                // The whole answer counts; nobody looks at it.
            }

            return new Outcome((int)response.StatusCode, StampReader.ReadAnswerer(response.Headers), Failure.None, server);
        }
        catch (Exception exception) when (FailureOf.Exception(exception) is { } failure)
        {
            return Outcome.Failed(failure, server);
        }
    }

    private HttpRequestMessage CreateRequest(RequestTemplate template, long sequence)
    {
        var request = template.Create(template.NeedsId ? IdOf(sequence) : "");
        foreach (var (name, value) in Volatile.Read(ref _headers))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>Positions in the warm-up repeat themselves, so its requests are numbered as they come.</summary>
    private string IdOf(long sequence) => IsWarmUp
        ? RequestId.OfWarmUp(_order.Seed, Interlocked.Increment(ref _warmUps))
        : RequestId.Of(_order.Seed, sequence);
}
