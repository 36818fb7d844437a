using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Execution.Ports.Instances;

/// <summary>One started artifact: an app server, the gateway, the provider, the generator.</summary>
public interface IInstance : IAsyncDisposable
{
    string Name { get; }

    int Generation { get; }

    /// <summary>Process id or container id.</summary>
    string Identity { get; }

    /// <summary>Time from start to ready.</summary>
    TimeSpan ReadyAfter { get; }

    /// <summary>Log file, relative to the run folder, with forward slashes.</summary>
    string Log { get; }

    /// <summary>Completes when the instance has ended, whoever ended it.</summary>
    Task<InstanceExit> Exited { get; }

    /// <summary>Address of the listener as the harness reaches it, through <see cref="IDialer"/>.</summary>
    Uri AddressOf(string listener);

    /// <summary>Address of the listener as other members of the stage reach it.</summary>
    Uri StageAddressOf(string listener);

    /// <summary>The same, by a name that lasts: whoever is told it finds there what is started under this name later, in its place.</summary>
    Uri LastingAddressOf(string listener) => StageAddressOf(listener);

    /// <summary>How clients outside of the stage reach its listeners of <see cref="ListenerReach.Edge"/>; empty where names are the same outside.</summary>
    ImmutableArray<ClientRoute> ClientRoutes { get; }

    /// <summary>SIGTERM, wait for the grace, then SIGKILL. Calling it on an ended instance returns how it ended.</summary>
    Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken);

    /// <summary>SIGKILL at once.</summary>
    Task<InstanceExit> KillAsync(CancellationToken cancellationToken);

    /// <summary><c>sha256:</c> digest of what it runs, as the engine reads it off the running instance; null when it cannot.</summary>
    string? Digest { get; }

    /// <summary>Freezes it: its connections stay open and nothing moves.</summary>
    Task PauseAsync(CancellationToken cancellationToken);

    /// <summary>Lets a frozen one go on.</summary>
    Task ResumeAsync(CancellationToken cancellationToken);

    /// <summary>True while it stands still, as the engine reads it.</summary>
    Task<bool> IsPausedAsync(CancellationToken cancellationToken);

    /// <summary>Takes it off the network of the stage; it goes on running.</summary>
    /// <exception cref="NotPossibleException">The engine has no networks.</exception>
    Task DisconnectAsync(CancellationToken cancellationToken);

    /// <summary>Puts it back, under the same names.</summary>
    /// <exception cref="NotPossibleException">The engine has no networks.</exception>
    Task ReconnectAsync(CancellationToken cancellationToken);

    /// <summary>Takes its names from it: nobody finds it by them; it goes on running. Connections that are open to it may break.</summary>
    /// <exception cref="NotPossibleException">The engine has no names.</exception>
    Task WithdrawNamesAsync(CancellationToken cancellationToken);

    /// <summary>Gives them back.</summary>
    /// <exception cref="NotPossibleException">The engine has no names.</exception>
    Task RestoreNamesAsync(CancellationToken cancellationToken);

    /// <summary>Changes what it may use, while it runs.</summary>
    /// <exception cref="NotPossibleException">The engine enforces no limits.</exception>
    Task LimitAsync(InstanceLimits limits, CancellationToken cancellationToken);

    /// <summary>Runs a command where the instance runs; program and arguments, no shell.</summary>
    Task<CommandResult> ExecuteAsync(ImmutableArray<string> command, CancellationToken cancellationToken);

    /// <summary>What it uses now.</summary>
    Task<InstanceUsage> ReadUsageAsync(CancellationToken cancellationToken);

    /// <summary>All that it wrote so far, oldest first, without times.</summary>
    Task<ImmutableArray<string>> ReadLogAsync(CancellationToken cancellationToken);
}
