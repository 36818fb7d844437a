using StagingHarness.Execution.Stages;
using StagingHarness.Execution.Upgrades;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Running;

/// <summary>Has each step that moves versions carried out, and keeps detection on what it should watch.</summary>
internal sealed class VersionSteps(Stage stage, ServerStarter starter, RunClock clock, OnCall onCall, DetectionDuty detection)
{
    /// <returns>The receipt.</returns>
    public async Task<string> ExecuteAsync(VersionStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case StageVersionStepPlan staging:
                return await new VersionStager(stage, starter).ExecuteAsync(staging, scope, cancellationToken);
            case RollBackStepPlan rollBack:
                return await new VersionRollBack(stage, starter).ExecuteAsync(rollBack, scope, cancellationToken);
            case AddStepPlan addition:
                return await new ServerAddition(stage, starter).ExecuteAsync(addition, scope, cancellationToken);
            case RetireStepPlan retirement:
                return await new ServerRetirement(stage, starter).ExecuteAsync(retirement, scope, cancellationToken);
            case StopOldStepPlan stop:
                return await new OldVersionStop(stage, starter).ExecuteAsync(stop, scope, cancellationToken);
            case RestartStepPlan restart:
                detection.Disarm();
                var restarted = await new ServerRestart(stage, starter, clock).ExecuteAsync(restart, scope, cancellationToken);
                detection.Arm(
                    scope, stage.IsRouted(restart.Service) ? "all servers take traffic again" : $"all servers of '{restart.Service}' run again");
                return restarted;
            case RevertStepPlan revert:
                var reverted = await new ServiceRevert(stage, starter).ExecuteAsync(revert, scope, cancellationToken);
                ArmIfAtRest(scope, "all traffic goes to what served before the upgrade");
                return reverted;
            case ActivateStepPlan activation:
                return await LeadOverAsync(() => new VersionActivator(stage, starter).ExecuteAsync(activation, scope, cancellationToken), scope);
            case SwitchStepPlan switching:
                return await LeadOverAsync(() => new VersionSwitch(stage, starter).ExecuteAsync(switching, scope, cancellationToken), scope);
            case ReplaceStepPlan replacement:
                return await LeadOverAsync(() => new VersionReplacer(stage, starter).ExecuteAsync(replacement, scope, cancellationToken), scope);
            case LeadStepPlan lead:
                return await LeadOverAsync(() => new TrafficLead(stage, starter).ExecuteAsync(lead, scope, cancellationToken), scope);
            default:
                throw new InvalidOperationException($"Step {step.Number} is of a kind that nothing runs: {step.GetType().Name}.");
        }
    }

    /// <summary>A page leaves detection at rest. What the on-call team activates after it is watched again.</summary>
    private async Task<string> LeadOverAsync(Func<Task<string>> step, StepScope scope)
    {
        var isResponse = onCall.IsPaged;
        var receipt = await step();
        if (isResponse)
        {
            ArmIfAtRest(scope, "the on-call team activated a version");
        }

        return receipt;
    }

    private void ArmIfAtRest(StepScope scope, string reason)
    {
        if (!detection.IsArmed)
        {
            detection.Arm(scope, reason);
        }
    }
}
