using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Stages;

/// <summary>
/// The links of the stage: one between each two members whose way a fault of the plan disturbs, and none elsewhere, so that a scenario
/// without such faults measures nothing but what it names.
/// </summary>
internal sealed class StageLinks(ScenarioPlan plan, IEngine engine, ILinkMember member, RunIdentity run, LifeWatch lives)
{
    private const string ControlListener = "control";

    private ImmutableDictionary<MemberPair, StageLink> links = ImmutableDictionary<MemberPair, StageLink>.Empty;

    /// <summary>Starts all of them, in parallel; they lead nowhere yet.</summary>
    public Task StartAsync(StepScope scope, CancellationToken cancellationToken) => Together.WhenAllAsync(
        plan.AllSteps().OfType<FaultStepPlan>().Select(step => step.Fault).OfType<LinkFaultPlan>().Select(fault => fault.Between).Distinct()
            .Select(between => StartAsync(between, scope, cancellationToken)));

    /// <summary>The address that a caller is given for a target: the link's where one stands between them, else the target's own.</summary>
    public async Task<Uri> LeadAsync(MemberPair between, Uri target, CancellationToken cancellationToken) =>
        links.TryGetValue(between, out var link) ? await link.LeadAsync(target, cancellationToken) : target;

    /// <exception cref="InvalidOperationException">None stands there.</exception>
    public StageLink Between(MemberPair between) => links.TryGetValue(between, out var link)
        ? link
        : throw new InvalidOperationException($"No link stands between '{between}'.");

    private async Task StartAsync(MemberPair between, StepScope scope, CancellationToken cancellationToken)
    {
        var order = member.CreateOrder(between, run);
        var instance = await engine.StartAsync(order, cancellationToken);
        scope.Append(new InstanceStarted
        {
            Instance = order.Name,
            Service = null,
            Version = null,
            Generation = order.Generation,
            Identity = instance.Identity,
            Address = instance.AddressOf(ControlListener).ToString(),
            ReadyAfter = instance.ReadyAfter,
            Log = instance.Log,
            Digest = instance.Digest,
        });
        lives.WatchMember(instance);
        var link = new StageLink(between, member.Attach(instance, run), instance);
        ImmutableInterlocked.TryAdd(ref links, between, link);
    }
}
