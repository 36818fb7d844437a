using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.TestKit.Fakes;

/// <summary>Makes fake links, and keeps them.</summary>
public sealed class FakeLinkMember : ILinkMember
{
    /// <summary>By the name of their instance, such as <c>link-gateway-portal</c>.</summary>
    public Dictionary<string, FakeLink> Links { get; } = [];

    /// <summary>What a link does once it is attached.</summary>
    public Action<FakeLink> OnAttached { get; set; } = _ => { };

    public InstanceOrder CreateOrder(MemberPair between, RunIdentity run) =>
        MemberOrders.For($"link-{between.From}-{between.To}", HarnessProgram.Link);

    public ILink Attach(IInstance instance, RunIdentity run)
    {
        var link = Links[instance.Name] = new FakeLink(instance.Name);
        OnAttached(link);
        return link;
    }
}
