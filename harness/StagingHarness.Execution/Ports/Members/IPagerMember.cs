using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>Makes the order for the stand-in that plays the service that pages people, and takes it over once an engine has started it.</summary>
public interface IPagerMember
{
    InstanceOrder CreateOrder(PagerOrder pager, RunIdentity run);

    IPager Attach(IInstance instance, PagerOrder pager, RunIdentity run);
}
