using System.Runtime.CompilerServices;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>
/// Which configuration each instance was started with. Release and platform are attested by every service; a configuration need not be, and
/// then what was ordered is all that can be said of it.
/// </summary>
internal sealed class StartedConfigurations
{
    private readonly ConditionalWeakTable<IInstance, ServerVersion> started = [];

    public void Add(IInstance instance, ServerVersion version) => started.Add(instance, version);

    /// <summary>What the instance attests, with the configuration that it was started with where it does not say itself.</summary>
    public ServerVersion Complete(IInstance instance, ServerVersion attested) =>
        attested.Configuration is null && started.TryGetValue(instance, out var version)
            ? attested with { Configuration = version.Configuration }
            : attested;
}
