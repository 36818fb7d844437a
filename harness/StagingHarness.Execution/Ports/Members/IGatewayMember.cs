using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>Makes the order for a gateway, and takes control of it once an engine has started it.</summary>
public interface IGatewayMember
{
    InstanceOrder CreateOrder(GatewayOrder gateway, RunIdentity run);

    IGateway Attach(IInstance instance, RunIdentity run);
}
