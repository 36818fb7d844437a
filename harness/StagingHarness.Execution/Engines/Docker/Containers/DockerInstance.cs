using System.Collections.Immutable;
using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.Execution.Engines.Readiness;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>An instance that is a container.</summary>
internal sealed class DockerInstance : IWrittenInstance
{
    // What SIGKILL does not end within this time hangs in the engine or the kernel.
    private static readonly TimeSpan KillDeadline = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LogDeadline = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RemovalDeadline = TimeSpan.FromSeconds(15);

    private readonly DockerSession _session;
    private readonly ContainerStarter _starter;
    private readonly ContainerSeats _seats;
    private readonly InstanceAddresses _addresses;
    private readonly ContainerLog _log;
    private readonly string _container;
    private readonly ContainerInspectResponse _started;
    private readonly CancellationTokenSource _following = new();
    private volatile bool _killed;
    private volatile bool _paused;
    private int _disposed;

    public DockerInstance(InstanceOrder order, ContainerInspectResponse started, DockerInstanceParts parts)
    {
        Name = order.Name;
        Generation = order.Generation;
        Log = parts.LogPath;
        Digest = ImageLabels.PlacedIn(started.Config?.Labels) ?? started.Image;
        _started = started;
        _container = started.ID;
        _session = parts.Session;
        _starter = parts.Starter;
        _seats = parts.Seats;
        _addresses = parts.Addresses;
        _log = parts.Log;
        Exited = WatchAsync();
    }

    public string Name { get; }

    public int Generation { get; }

    public string Identity => _container[..Math.Min(12, _container.Length)];

    public string? Digest { get; }

    public TimeSpan ReadyAfter { get; internal set; }

    public string Log { get; }

    public Task<InstanceExit> Exited { get; }

    public ImmutableArray<ClientRoute> ClientRoutes => _addresses.ClientRoutes;

    /// <summary>Loopback address at which the engine has published the port; null when the container ended before that.</summary>
    internal IPEndPoint? PublishedAt(int port) => InstanceAddresses.PublishedAt(_started, port);

    public Uri AddressOf(string listener) => _addresses.Of(listener);

    public Uri StageAddressOf(string listener) => _addresses.Of(listener);

    public Uri LastingAddressOf(string listener) => new UriBuilder(_addresses.Of(listener)) { Host = Name }.Uri;

    public async Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        if (Exited.IsCompleted)
        {
            return await Exited;
        }

        await ResumeAsync(cancellationToken);
        await SignalAsync(_started.Config?.StopSignal is { Length: > 0 } own ? own : "SIGTERM", cancellationToken);
        try
        {
            return await Exited.WaitAsync(grace, _session.TimeProvider, cancellationToken);
        }
        catch (TimeoutException)
        {
            return await KillAsync(cancellationToken);
        }
    }

    /// <exception cref="ContainerNotEndedException">It did not end even so.</exception>
    public async Task<InstanceExit> KillAsync(CancellationToken cancellationToken)
    {
        if (Exited.IsCompleted)
        {
            return await Exited;
        }

        _killed = true;
        await SignalAsync("SIGKILL", cancellationToken);
        try
        {
            return await Exited.WaitAsync(KillDeadline, _session.TimeProvider, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new ContainerNotEndedException(Name, Identity, KillDeadline);
        }
    }

    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        await AskAsync("paused", client => client.Containers.PauseContainerAsync(_container, cancellationToken));
        _paused = true;
    }

    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        if (_paused)
        {
            await AskAsync("resumed", client => client.Containers.UnpauseContainerAsync(_container, cancellationToken));
            _paused = false;
        }
    }

    public async Task<bool> IsPausedAsync(CancellationToken cancellationToken)
    {
        var isPaused = false;
        await AskAsync("inspected", async client =>
            isPaused = (await client.Containers.InspectContainerAsync(_container, cancellationToken)).State is { Paused: true });
        return isPaused;
    }

    public Task DisconnectAsync(CancellationToken cancellationToken) =>
        AskAsync("disconnected", _ => _seats.LeaveAsync(_container, cancellationToken));

    public Task ReconnectAsync(CancellationToken cancellationToken) =>
        AskAsync("reconnected", _ => _seats.ReturnAsync(_container, cancellationToken));

    public Task WithdrawNamesAsync(CancellationToken cancellationToken) => AskAsync("renamed", async _ =>
    {
        await _seats.LeaveAsync(_container, cancellationToken);
        await _seats.ReturnNamelessAsync(_container, cancellationToken);
    });

    public Task RestoreNamesAsync(CancellationToken cancellationToken) => AskAsync("renamed", async _ =>
    {
        await _seats.LeaveAsync(_container, cancellationToken);
        await _seats.ReturnAsync(_container, cancellationToken);
    });

    public Task LimitAsync(InstanceLimits limits, CancellationToken cancellationToken) => AskAsync("limited", client =>
        client.Containers.UpdateContainerAsync(_container, ContainerLimits.Of(limits), cancellationToken));

    public async Task<CommandResult> ExecuteAsync(ImmutableArray<string> command, CancellationToken cancellationToken)
    {
        CommandResult? result = null;
        await AskAsync("asked to run a command", async client => result = await ContainerCommand.RunAsync(client, _container, command, cancellationToken));
        return result!;
    }

    public async Task<InstanceUsage> ReadUsageAsync(CancellationToken cancellationToken)
    {
        InstanceUsage? usage = null;
        await AskAsync("measured", async client => usage = await ContainerUsage.ReadAsync(client, _container, cancellationToken));
        return usage!;
    }

    public LogSearch SearchLog(string pattern) => _log.Search(pattern);

    public ImmutableArray<string> ReadLastOutput() => _log.Last;

    public Task<ImmutableArray<string>> ReadLogAsync(CancellationToken cancellationToken) => _log.ReadAllAsync(cancellationToken);

    /// <summary>Removes the container at once; what it wrote is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(RemovalDeadline, _session.TimeProvider);
        if (await RemoveAsync(deadline.Token) is { } problem)
        {
            throw new ContainerNotRemovedException(problem);
        }
    }

    /// <returns>Why it could not be removed; null when it is gone.</returns>
    internal async Task<string?> RemoveAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return null;
        }

        _killed |= !Exited.IsCompleted;
        var problem = await _starter.RemoveAsync(_container, cancellationToken);
        if (problem is not null)
        {
            // The engine may never say how it ended: nobody waits for that any longer.
            await _following.CancelAsync();
        }

        try
        {
            await Exited.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Its end is not told in time, and no longer waited for.
        }

        // Whoever still reads its log ends before that is closed.
        await _following.CancelAsync();
        _log.Dispose();
        return problem;
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync("signalled", client => client.Containers.KillContainerAsync(
                _container, new ContainerKillParameters { Signal = signal }, cancellationToken));
        }
        catch (EngineRefusedException exception) when (Exited.IsCompleted || EngineTrouble.IsNotRunning(exception.InnerException))
        {
            // It ended by itself in between.
        }
    }

    private async Task AskAsync(string what, Func<DockerClient, Task> ask)
    {
        try
        {
            await ask(_session.Client);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception))
        {
            // Its end and this answer race: a moment later it may be known that there was nobody left to ask.
            await Task.WhenAny(Exited, Task.Delay(TimeSpan.FromMilliseconds(200), _session.TimeProvider, CancellationToken.None));
            throw new EngineRefusedException($"instance '{Name}' was {what}", exception);
        }
    }

    private async Task<InstanceExit> WatchAsync()
    {
        var following = FollowLogAsync();
        int? exitCode = null;
        try
        {
            exitCode = (int)(await _session.Client.Containers.WaitContainerAsync(_container, _following.Token)).StatusCode;
        }
        catch (DockerContainerNotFoundException)
        {
            // Removed before it could be asked.
        }
        catch (Exception exception) when (EngineTrouble.Is(exception) || exception is OperationCanceledException)
        {
            // The engine went away, and with it what could be known of the end.
        }

        await Task.WhenAny(following, Task.Delay(LogDeadline, _session.TimeProvider, CancellationToken.None));
        return new InstanceExit(exitCode, _killed || exitCode is null, _log.Last);
    }

    private async Task FollowLogAsync()
    {
        try
        {
            await _log.FollowAsync(_session.Client, _container, _following.Token);
        }
        catch (Exception exception) when (EngineTrouble.Is(exception) || exception is OperationCanceledException or ObjectDisposedException)
        {
            // Of a container that is being taken away no more is wanted; of any other it must show that its log is short.
            if (Volatile.Read(ref _disposed) == 0)
            {
                _log.Note($"(the engine told no more of what this container wrote: {EngineTrouble.Words(exception)})", _session.TimeProvider.GetUtcNow());
            }
        }
    }
}
