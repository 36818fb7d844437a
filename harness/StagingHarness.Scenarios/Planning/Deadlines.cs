using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Planning;

/// <summary>
/// When steps are given up: never before what the author allowed is over, so that a slow start or a hanging answer is told as
/// what it is.
/// </summary>
internal sealed class Deadlines(SystemPlan system, TrafficPlan traffic)
{
    private readonly TimeSpan _ready = system.Services.Max(service => service.Readiness.Deadline);

    /// <summary>Requests in flight are awaited for the grace, and then the server has the grace to stop.</summary>
    private readonly TimeSpan _stop = 2 * system.Services.Max(service => service.Launch.StopGrace);

    /// <summary>A service starts once those that it needs are ready, so what they are allowed comes one after the other.</summary>
    public TimeSpan StartStage => Longer(Defaults.StartStageDeadline, system.Services.Max(ReadyWithNeeds) + Defaults.Slack);

    /// <summary>The generator warms up for so long at most, and its last request may hang; credentials are obtained before.</summary>
    public TimeSpan StartTraffic => GeneratorProgram.WarmUpWithin + (3 * traffic.Timeout) + (2 * Defaults.Slack);

    public TimeSpan Stage => Longer(Defaults.StageDeadline, _ready + _stop + Defaults.Slack);

    /// <summary>Where the gateway does not lead, the new version starts when it is activated, in place of the old one.</summary>
    public TimeSpan Activate(string service) => service == traffic.Service
        ? Longer(Defaults.ActivateDeadline, _stop + Defaults.Slack)
        : Restart;

    /// <summary>A gate awaits the answers to what was due before it.</summary>
    public TimeSpan Gate => Defaults.StepDeadline + traffic.Timeout;

    /// <summary>Servers of one batch are replaced side by side; each stops and starts.</summary>
    public TimeSpan Replace => Restart;

    /// <summary>Routes change, and what left them is drained and stopped.</summary>
    public TimeSpan Retire => Longer(Defaults.ActivateDeadline, _stop + Defaults.Slack);

    /// <summary>One batch after the other.</summary>
    public TimeSpan Revert(int servers, int batch) =>
        Longer(Defaults.RestartDeadline, (((servers + batch - 1) / batch) * (_ready + _stop)) + _stop + Defaults.Slack);

    public TimeSpan RollBack => Longer(Defaults.RollBackDeadline, _stop + Defaults.Slack);

    public TimeSpan Restart => Longer(Defaults.RestartDeadline, _ready + _stop + Defaults.Slack);

    /// <summary>To break, to show, and to be whole again.</summary>
    public TimeSpan Fault(FaultPlan fault) => Defaults.FaultShowsWithin + (fault is InstanceFaultPlan ? Restart : 2 * Defaults.Slack);

    public TimeSpan Heal => Restart;

    /// <summary>Three calls of the provider's control, and new credentials.</summary>
    public static TimeSpan Provider => 4 * Defaults.Slack;

    /// <summary>A request may hang until its timeout before it is counted.</summary>
    public TimeSpan Samples(int count) => new TrafficPace(traffic).MostFor(count) + traffic.Timeout + Defaults.Slack;

    /// <summary>What is due at the stop may still be sent, and may hang until its timeout.</summary>
    public TimeSpan StopTraffic => (2 * traffic.Timeout) + Defaults.Slack;

    private TimeSpan ReadyWithNeeds(ServicePlan service) => service.Readiness.Deadline
        + service.Needs.Select(need => ReadyWithNeeds(system.Service(need))).DefaultIfEmpty(TimeSpan.Zero).Max();

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
