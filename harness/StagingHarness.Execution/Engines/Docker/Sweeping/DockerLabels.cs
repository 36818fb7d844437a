using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Docker.Sweeping;

/// <summary>What stands on everything that the harness makes on an engine. Anybody who may list objects reads it: no secret.</summary>
internal static class DockerLabels
{
    /// <summary>Id of the run.</summary>
    public const string Run = "org.staging-harness.run";

    /// <summary>The <see cref="OwnerLabel"/> of the harness that made it.</summary>
    public const string Owner = "org.staging-harness.owner";

    /// <summary>The <see cref="HostId"/> of the machine on which that harness runs.</summary>
    public const string Host = "org.staging-harness.host";

    /// <summary>Only on images: built by the harness, for any run.</summary>
    public const string Image = "org.staging-harness.image";

    /// <param name="run">The run; only its id is used.</param>
    /// <param name="owner">The harness.</param>
    /// <param name="host">See <see cref="HostId"/>.</param>
    public static ImmutableDictionary<string, string> ForRun(RunIdentity run, OwnerLabel owner, string host) =>
        ImmutableDictionary<string, string>.Empty.Add(Run, run.RunId).Add(Owner, owner.ToString()).Add(Host, host);

    /// <summary>As above, for the harness that this process is.</summary>
    public static ImmutableDictionary<string, string> ForRun(RunIdentity run) => ForRun(run, OwnerLabel.OfThisProcess(), HostId.OfThisMachine());
}
