using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.FunctionalTests.Processes;

/// <summary>A program that a test starts by itself, to try its adapter alone: what only engines can do with an instance is not there.</summary>
internal abstract class ProgramInstance : IInstance
{
    public abstract string Name { get; }

    public abstract int Generation { get; }

    public abstract string Identity { get; }

    public abstract TimeSpan ReadyAfter { get; }

    public abstract string Log { get; }

    public abstract Task<InstanceExit> Exited { get; }

    public ImmutableArray<ClientRoute> ClientRoutes => [];

    public string? Digest => null;

    public abstract Uri AddressOf(string listener);

    public abstract Uri StageAddressOf(string listener);

    public abstract Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken);

    public abstract Task<InstanceExit> KillAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    public Task PauseAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task ResumeAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task<bool> IsPausedAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task DisconnectAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task ReconnectAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task WithdrawNamesAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task RestoreNamesAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task LimitAsync(InstanceLimits limits, CancellationToken cancellationToken) => throw EngineOnly();

    public Task<CommandResult> ExecuteAsync(ImmutableArray<string> command, CancellationToken cancellationToken) => throw EngineOnly();

    public Task<InstanceUsage> ReadUsageAsync(CancellationToken cancellationToken) => throw EngineOnly();

    public Task<ImmutableArray<string>> ReadLogAsync(CancellationToken cancellationToken) => throw EngineOnly();

    private NotSupportedException EngineOnly() => new($"Test program '{Name}' was started without an engine.");
}
