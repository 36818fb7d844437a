using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Engines.Readiness;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Supervision;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>An instance that is a child process on loopback.</summary>
internal sealed class ProcessInstance : IWrittenInstance
{
    private static readonly TimeSpan DisposeGrace = TimeSpan.FromSeconds(3);

    // What SIGKILL does not end within this time hangs in the system's kernel.
    private static readonly TimeSpan KillDeadline = TimeSpan.FromSeconds(5);

    private readonly SupervisedProcess _process;
    private readonly InstanceLog _log;
    private readonly InstanceCommand _command;
    private readonly InstanceFreeze _freeze;
    private readonly TimeProvider _timeProvider;
    private volatile bool _killed;

    public ProcessInstance(
        InstanceOrder order, SupervisedProcess process, ProcessLaunch launch, InstanceCommand command, TimeProvider timeProvider)
    {
        Name = order.Name;
        Generation = order.Generation;
        Log = launch.Log.RelativePath;
        Listeners = launch.Listeners;
        Digest = launch.Digest;
        _process = process;
        _log = launch.Log;
        _command = command;
        _freeze = new InstanceFreeze(order.Name, process, timeProvider);
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

    internal ImmutableSortedDictionary<string, Uri> Listeners { get; }

    public Uri AddressOf(string listener) => Listeners.TryGetValue(listener, out var address)
        ? address
        : throw new ArgumentException($"Instance '{Name}' has no listener '{listener}'; it has '{string.Join("', '", Listeners.Keys)}'.");

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

    /// <summary>Of the program of this machine that stands for an image, or of a release that has no platform; null for others.</summary>
    public string? Digest { get; }

    /// <exception cref="InstanceNotFrozenException">It did not stand still.</exception>
    public Task PauseAsync(CancellationToken cancellationToken) => _freeze.SetAsync(frozen: true, cancellationToken);

    /// <exception cref="InstanceNotFrozenException">It did not go on.</exception>
    public Task ResumeAsync(CancellationToken cancellationToken) => _freeze.SetAsync(frozen: false, cancellationToken);

    /// <summary>Where there is no /proc, what it was told last is all that can be said of it.</summary>
    public Task<bool> IsPausedAsync(CancellationToken cancellationToken) => Task.FromResult(_freeze.IsFrozen);

    public Task DisconnectAsync(CancellationToken cancellationToken) => throw HasNoNetwork($"take instance '{Name}' off the network");

    public Task ReconnectAsync(CancellationToken cancellationToken) => throw HasNoNetwork($"put instance '{Name}' back on the network");

    public Task WithdrawNamesAsync(CancellationToken cancellationToken) => throw HasNoNetwork($"take its names from instance '{Name}'");

    public Task RestoreNamesAsync(CancellationToken cancellationToken) => throw HasNoNetwork($"give its names back to instance '{Name}'");

    public Task LimitAsync(InstanceLimits limits, CancellationToken cancellationToken) => throw new NotPossibleException(
        "process", $"limit what instance '{Name}' uses, since it has no control group of its own", "Use '--engine docker'.");

    public Task<CommandResult> ExecuteAsync(ImmutableArray<string> command, CancellationToken cancellationToken) =>
        _command.ExecuteAsync(command, cancellationToken);

    /// <exception cref="NotPossibleException">This machine has no /proc.</exception>
    public Task<InstanceUsage> ReadUsageAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new NotPossibleException("process", $"tell what instance '{Name}' uses, since this machine has no /proc", "Use '--engine docker'.");
        }

        var used = ProcessTable.DescendantsOf(ProcessId).Prepend(ProcessId).Select(ProcessTable.UsageOf).OfType<(TimeSpan Time, long Pages)>().ToList();
        return Task.FromResult(new InstanceUsage(
            TimeSpan.FromTicks(used.Sum(each => each.Time.Ticks)), used.Sum(each => each.Pages) * Environment.SystemPageSize));
    }

    public Task<ImmutableArray<string>> ReadLogAsync(CancellationToken cancellationToken) =>
        Task.Run(() => LogTail.ReadAll(_log.FullPath, _log.Start), cancellationToken);

    public async ValueTask DisposeAsync() => await StopAsync(DisposeGrace, CancellationToken.None);

    /// <summary>The last lines that it wrote so far.</summary>
    public ImmutableArray<string> ReadLastOutput() => LogTail.Read(_log.FullPath, _log.Start);

    public LogSearch SearchLog(string pattern) => new(_log.FullPath, _log.Start, pattern);

    private static NotPossibleException HasNoNetwork(string what) => new(
        "process", $"{what}, since all instances share this machine's loopback", "Pause it instead, or use '--engine docker'.");

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
