using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Execution.Running;

/// <summary>Reads what every instance that serves uses, from the engine; only where an alert rule asks for it, since asking costs something.</summary>
internal sealed class UsageWatch(AlertingPlan alerting, Stage stage, RunClock clock, LifeWatch lives, IEventSink events)
    : ServerWatch("The watch on what is used", stage, clock, lives)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly LifeWatch lives = lives;
    private readonly bool isAsked = alerting.Rules.OfType<ShareAlertPlan>().Any(rule => rule.Measure is AlertMeasure.Processor or AlertMeasure.Memory);

    protected override TimeSpan? IntervalOf(Server server) => isAsked ? Interval : null;

    protected override async Task ObserveAsync(Server server, ServerRun run, CancellationToken cancellationToken)
    {
        try
        {
            var usage = await run.Instance.ReadUsageAsync(cancellationToken);
            if (Serves(server, run))
            {
                events.Append(new UsageObserved
                {
                    Instance = server.Name,
                    Generation = run.Instance.Generation,
                    ProcessorTime = usage.ProcessorTime,
                    MemoryBytes = usage.MemoryBytes,
                    MemoryLimitBytes = usage.MemoryLimitBytes ?? server.Service.Container.MemoryBytes,
                });
            }
        }
        catch (EnvironmentException) when (!Serves(server, run))
        {
            // It was being stopped, or has died: there is nothing left to read.
        }
        catch (EnvironmentException exception)
        {
            lives.Lose($"What '{server.Name}' uses could not be read, and an alert rule needs it: {exception.Message}");
        }
    }

    private static bool Serves(Server server, ServerRun run) =>
        ReferenceEquals(server.Active?.Instance, run.Instance) && !run.Instance.Exited.IsCompleted;
}
