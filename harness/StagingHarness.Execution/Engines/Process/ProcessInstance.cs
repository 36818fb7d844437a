using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Supervision;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>An instance that is a child process on loopback.</summary>
internal sealed class ProcessInstance : IInstance
{
    private static readonly TimeSpan DisposeGrace = TimeSpan.FromSeconds(3);

    // What SIGKILL does not end within this time hangs in the system's kernel.
    private static readonly TimeSpan KillDeadline = TimeSpan.FromSeconds(5);

    private readonly SupervisedProcess _process;
    private readonly ImmutableSortedDictionary<string, Uri> _listeners;
    private readonly string _logFile;
    private readonly long _logStart;
    private readonly TimeProvider _timeProvider;
    private volatile bool _killed;

    public ProcessInstance(
        InstanceOrder order,
        SupervisedProcess process,
        ImmutableSortedDictionary<string, Uri> listeners,
        InstanceLog log,
        TimeProvider timeProvider)
    {
        Name = order.Name;
        Generation = order.Generation;
        Log = log.RelativePath;
        _process = process;
        _listeners = listeners;
        _logFile = log.FullPath;
        _logStart = log.Start;
        _timeProvider = timeProvider;
        Exited = WatchAsync();
    }

    public string Name { get; }

    public int Generation { get; }

    public string Identity => _process.ProcessId.ToString(CultureInfo.InvariantCulture);

    public TimeSpan ReadyAfter { get; internal set; }

    public string Log { get; }

    public Task<InstanceExit> Exited { get; }

    internal int ProcessId => _process.ProcessId;

    public Uri AddressOf(string listener) => _listeners.TryGetValue(listener, out var address)
        ? address
        : throw new ArgumentException($"Instance '{Name}' has no listener '{listener}'; it has '{string.Join("', '", _listeners.Keys)}'.");

    public Uri StageAddressOf(string listener) => AddressOf(listener);

    public ImmutableArray<ClientRoute> ClientRoutes => [];

    public async Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        if (Exited.IsCompleted)
        {
            return await Exited;
        }

        Signal(ProcessSignal.Terminate);
        try
        {
            return await Exited.WaitAsync(grace, _timeProvider, cancellationToken);
        }
        catch (TimeoutException)
        {
            return await KillAsync(cancellationToken);
        }
    }

    /// <exception cref="InstanceNotEndedException">It did not end even so.</exception>
    public async Task<InstanceExit> KillAsync(CancellationToken cancellationToken)
    {
        if (Exited.IsCompleted)
        {
            return await Exited;
        }

        _killed = true;
        Signal(ProcessSignal.Kill);
        try
        {
            return await Exited.WaitAsync(KillDeadline, _timeProvider, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new InstanceNotEndedException(Name, Identity, KillDeadline);
        }
    }

    public string? Digest => null;

    public Task PauseAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task ResumeAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task DisconnectAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task ReconnectAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<CommandResult> ExecuteAsync(ImmutableArray<string> command, CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<InstanceUsage> ReadUsageAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public Task<ImmutableArray<string>> ReadLogAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    public async ValueTask DisposeAsync() => await StopAsync(DisposeGrace, CancellationToken.None);

    /// <summary>The last lines that it wrote so far.</summary>
    internal ImmutableArray<string> ReadLastOutput() => LogTail.Read(_logFile, _logStart);

    private void Signal(ProcessSignal signal)
    {
        try
        {
            _process.Signal(signal);
        }
        catch (SupervisorLostException) when (signal == ProcessSignal.Kill || _process.Exited.IsCompleted)
        {
            // A lost supervisor's children are killed anyway; the wait that follows sees it.
        }
    }

    private async Task<InstanceExit> WatchAsync()
    {
        var exitCode = await _process.Exited;
        return new InstanceExit(exitCode, _killed || exitCode is null, ReadLastOutput());
    }
}
