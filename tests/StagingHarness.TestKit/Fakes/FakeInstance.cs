using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.TestKit.Fakes;

/// <summary>An instance that runs until it is stopped or told to die.</summary>
/// <param name="order">What it was started with.</param>
/// <param name="runs">The version that it attests; null for a member of the stage.</param>
/// <param name="readyAfter">What it says that its start took.</param>
/// <param name="time">Time in which commands take theirs.</param>
public sealed class FakeInstance(InstanceOrder order, ServerVersion? runs, TimeSpan readyAfter, TimeProvider time) : IInstance
{
    private readonly TaskCompletionSource<InstanceExit> exited = new();

    public InstanceOrder Order => order;

    public ServerVersion? Runs => runs;

    public string Name => order.Name;

    public int Generation => order.Generation;

    public string Identity => $"fake-{Name}.{Generation}";

    public TimeSpan ReadyAfter => readyAfter;

    public string Log => $"logs/{Name}.{Generation}.log";

    public Task<InstanceExit> Exited => exited.Task;

    public bool HasEnded => exited.Task.IsCompleted;

    /// <summary>Thrown when it is stopped; null stops it.</summary>
    public Exception? StopFailure { get; set; }

    /// <summary>It says that it was killed, and goes on.</summary>
    public bool KillsWithoutEffect { get; set; }

    /// <summary>It says that it stands still, and goes on.</summary>
    public bool PausesWithoutEffect { get; set; }

    public Uri AddressOf(string listener) => new($"http://{Name}.{Generation}.{listener}/");

    /// <summary>Where other members reach it; an instance with a port of its own is reached there.</summary>
    public Uri StageAddressOf(string listener) =>
        order.Port is { } port ? new UriBuilder(AddressOf(listener)) { Port = port }.Uri : AddressOf(listener);

    public ImmutableArray<ClientRoute> ClientRoutes => [];

    /// <summary>Ends although nobody stopped it.</summary>
    public void Die(int? exitCode, params string[] lastOutput) => End(new InstanceExit(exitCode, Killed: false, [.. lastOutput]));

    public async Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (StopFailure is { } failure)
        {
            throw failure;
        }

        End(new InstanceExit(0, Killed: false, []));
        return await Exited;
    }

    public Task<InstanceExit> KillAsync(CancellationToken cancellationToken)
    {
        if (KillsWithoutEffect)
        {
            return Task.FromResult(new InstanceExit(137, Killed: true, []));
        }

        End(new InstanceExit(137, Killed: true, []));
        return Exited;
    }

    public string? Digest { get; set; }

    /// <summary>All that it wrote so far.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>What a command in it comes to.</summary>
    public Func<ImmutableArray<string>, CommandResult> Executes { get; set; } = _ => new CommandResult(0, "", "");

    /// <summary>How long a command takes.</summary>
    public TimeSpan ExecutionTakes { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Frozen and not let go on.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Taken off the network and not put back.</summary>
    public bool IsDisconnected { get; private set; }

    public Task PauseAsync(CancellationToken cancellationToken)
    {
        IsPaused = !PausesWithoutEffect;
        return Task.CompletedTask;
    }

    public Task ResumeAsync(CancellationToken cancellationToken)
    {
        IsPaused = false;
        return Task.CompletedTask;
    }

    public Task<bool> IsPausedAsync(CancellationToken cancellationToken) => Task.FromResult(IsPaused);

    public Task DisconnectAsync(CancellationToken cancellationToken)
    {
        IsDisconnected = true;
        return Task.CompletedTask;
    }

    public Task ReconnectAsync(CancellationToken cancellationToken)
    {
        IsDisconnected = false;
        return Task.CompletedTask;
    }

    /// <summary>What it was limited to, in order.</summary>
    public List<InstanceLimits> Limits { get; } = [];

    /// <summary>What it uses, given how it was limited last.</summary>
    public Func<InstanceLimits?, InstanceUsage> Uses { get; set; } = _ => new InstanceUsage(TimeSpan.Zero, 0);

    public Task WithdrawNamesAsync(CancellationToken cancellationToken) => DisconnectAsync(cancellationToken);

    public Task RestoreNamesAsync(CancellationToken cancellationToken) => ReconnectAsync(cancellationToken);

    public Task LimitAsync(InstanceLimits limits, CancellationToken cancellationToken)
    {
        Limits.Add(limits);
        return Task.CompletedTask;
    }

    public async Task<CommandResult> ExecuteAsync(ImmutableArray<string> command, CancellationToken cancellationToken)
    {
        await Task.Delay(ExecutionTakes, time, cancellationToken);
        return Executes(command);
    }

    public Task<InstanceUsage> ReadUsageAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Uses(Limits.Count == 0 ? null : Limits[^1]));

    public Task<ImmutableArray<string>> ReadLogAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Lines.ToImmutableArray());

    public ValueTask DisposeAsync()
    {
        End(new InstanceExit(0, Killed: false, ImmutableArray<string>.Empty));
        return ValueTask.CompletedTask;
    }

    private void End(InstanceExit exit) => exited.TrySetResult(exit);
}
