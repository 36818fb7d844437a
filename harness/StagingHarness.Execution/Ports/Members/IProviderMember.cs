using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>Makes the order for a provider stand-in, and takes control of it once an engine has started it.</summary>
public interface IProviderMember
{
    InstanceOrder CreateOrder(ProviderOrder provider, RunIdentity run);

    IProvider Attach(IInstance instance, ProviderOrder provider, RunIdentity run);
}
