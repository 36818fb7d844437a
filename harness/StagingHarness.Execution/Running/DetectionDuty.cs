using StagingHarness.Execution.Detection;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Execution.Running;

/// <summary>Arms and disarms detection with the steps, and pages the on-call team when it fires.</summary>
internal sealed class DetectionDuty(LiveDetection detection, RunClock clock)
{
    public void Arm(StepScope scope, string reason)
    {
        scope.Append(new DetectionRearmed { Reason = reason });
        detection.Arm(clock.Elapsed);
    }

    public bool IsArmed => detection.IsArmed;

    public void Disarm() => detection.Disarm();

    /// <summary>What is done when detection fires: the fact; and where it pages, the page, and the on-call team knows.</summary>
    public static void OnFired(DetectionFired fired, AlertingPlan alerting, IEventSink events, OnCall onCall)
    {
        events.Append(fired);
        if (!alerting.PagedBy.Contains(AlertingPlan.Detection))
        {
            return;
        }

        events.Append(new PageSent { Summary = $"{fired.Wrong} of {fired.Seen} answers were wrong ({fired.Share} since the first wrong one)" });
        onCall.Page();
    }
}
