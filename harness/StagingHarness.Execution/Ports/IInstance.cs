namespace StagingHarness.Execution.Ports;

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

    /// <summary>Address of the listener as the harness reaches it (<c>http://127.0.0.1:port</c>).</summary>
    Uri AddressOf(string listener);

    /// <summary>Address of the listener as other members of the stage reach it.</summary>
    Uri StageAddressOf(string listener);

    /// <summary>SIGTERM, wait for the grace, then SIGKILL. Calling it on an ended instance returns how it ended.</summary>
    Task<InstanceExit> StopAsync(TimeSpan grace, CancellationToken cancellationToken);

    /// <summary>SIGKILL at once.</summary>
    Task<InstanceExit> KillAsync(CancellationToken cancellationToken);
}
