using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>Makes the order for a link between two members, and takes control of it once an engine has started it.</summary>
public interface ILinkMember
{
    InstanceOrder CreateOrder(MemberPair between, RunIdentity run);

    ILink Attach(IInstance instance, RunIdentity run);
}
