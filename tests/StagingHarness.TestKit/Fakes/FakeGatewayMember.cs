using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Puts a <see cref="FakeGateway"/> on the stage.</summary>
public sealed class FakeGatewayMember : IGatewayMember
{
    public FakeGateway Gateway { get; } = new();

    public InstanceOrder CreateOrder(GatewayOrder gateway, RunIdentity run)
    {
        Gateway.Order = gateway;
        return MemberOrders.For("gateway", HarnessProgram.Gateway);
    }

    public IGateway Attach(IInstance instance, RunIdentity run) => Gateway;
}
