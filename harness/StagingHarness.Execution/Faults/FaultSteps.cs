using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Execution.Faults;

/// <summary>Carries out the steps that break something, and those that heal it.</summary>
internal sealed class FaultSteps(FaultRegister register, RunClock clock)
{
    /// <returns>The receipt: the proof, and for a fault that ends with its step what was seen at its end.</returns>
    /// <exception cref="NoEffectException">The fault has no effect, or what it broke is not whole again.</exception>
    public async Task<string> ExecuteAsync(FaultStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        var began = clock.Elapsed;
        var proof = await register.BeginAsync(step.Fault, step.ProveWithin, scope, cancellationToken);
        if (step.StaysOpen)
        {
            return proof;
        }

        if (step.Takes != IncidentDuration.Zero)
        {
            await clock.WaitUntilAsync(began + clock.ToReal(step.Takes), cancellationToken);
        }

        return $"{proof}; then {await register.HealAsync(step.Fault.Name, scope, cancellationToken)}";
    }

    /// <returns>The receipt: what was seen at the end of the fault.</returns>
    /// <exception cref="NoEffectException">What a fault broke is not whole again.</exception>
    public async Task<string> HealAsync(HealStepPlan step, StepScope scope, CancellationToken cancellationToken)
    {
        if (step.Fault is { } name)
        {
            // A page may have gone out before the fault began: then the runbook has nothing to heal.
            return await register.HealAsync(name, scope, cancellationToken) ?? $"fault '{name}' never began, so there is nothing to heal";
        }

        var outcomes = await register.HealAllAsync(scope, cancellationToken);
        return outcomes.IsEmpty ? "no fault was open" : string.Join("; ", outcomes);
    }
}
