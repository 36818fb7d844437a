using System.Net;
using System.Net.Sockets;

namespace StagingHarness.Link;

/// <summary>One connection through the link: bytes both ways, each piece when the link's state lets it go on.</summary>
internal sealed class LinkConnection : IDisposable
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);

    private readonly Socket _client;
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly DnsEndPoint _target;
    private readonly LinkState _state;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private int _era;
    private long _passed;
    private bool _isCut;

    public LinkConnection(Socket client, DnsEndPoint target, LinkState state, TimeProvider timeProvider)
    {
        _client = client;
        _client.NoDelay = true;
        _target = target;
        _state = state;
        _timeProvider = timeProvider;
        _era = state.Era;
    }

    /// <summary>Returns when both ends are done, or the connection is broken or cut; then either end sees a reset.</summary>
    public async Task ServeAsync()
    {
        if (_state.Disturbance.ResetAfter == 0)
        {
            Cut();
        }

        try
        {
            await ConnectAsync();
            await Task.WhenAll(
                new OneWay(_client, _server, this, _timeProvider).RunAsync(isAnswer: false, _ending.Token),
                new OneWay(_server, _client, this, _timeProvider).RunAsync(isAnswer: true, _ending.Token));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed so, either end sees a connection that was reset, and not one that is complete.
            LingerState(_client);
            LingerState(_server);
        }
    }

    /// <summary>Resets it; counted once.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            if (_isCut)
            {
                return;
            }

            _isCut = true;
        }

        _state.CountCut();
        Break();
    }

    /// <summary>Something broke: the other direction ends as well.</summary>
    public void Break()
    {
        try
        {
            _ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended just now.
        }
    }

    /// <summary>When a piece may go on.</summary>
    public long Release(int bytes, bool isAnswer) => _state.Release(bytes, isAnswer);

    /// <summary>Bytes went on; the connection is cut when it has carried as many as it is let.</summary>
    public void CountPassed(int bytes)
    {
        lock (_lock)
        {
            _passed = _era == _state.Era ? _passed + bytes : bytes;
            _era = _state.Era;
            if (!(_state.Disturbance.ResetAfter is { } limit && _passed >= limit))
            {
                return;
            }
        }

        Cut();
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _ending.Dispose();
    }

    private static void LingerState(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It is gone already.
        }
    }

    private async Task ConnectAsync()
    {
        using var late = new CancellationTokenSource(ConnectWithin, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _ending.Token);
        if (IPAddress.TryParse(_target.Host, out var address))
        {
            await _server.ConnectAsync(address, _target.Port, either.Token);
            return;
        }

        // Resolving may go on behind a cancellation; the connection does not wait for it.
        var addresses = await Dns.GetHostAddressesAsync(_target.Host, either.Token).WaitAsync(either.Token);
        await _server.ConnectAsync(addresses, _target.Port, either.Token);
    }
}
