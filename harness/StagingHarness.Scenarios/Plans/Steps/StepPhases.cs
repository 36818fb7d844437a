namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>The phases that steps begin.</summary>
public static class StepPhases
{
    /// <summary>Name of the phase that begins when the step has led the traffic over; null when it begins none.</summary>
    public static string? BegunBy(StepPlan step) => step switch
    {
        ActivateStepPlan activate => activate.Begins,
        RestartStepPlan restart => restart.Begins,
        ReplaceStepPlan replace => replace.Begins,
        LeadStepPlan lead => lead.Begins,
        SwitchStepPlan switching => switching.Begins,
        RevertStepPlan revert => revert.Begins,
        _ => null,
    };

    /// <summary>Name of the phase that begins when the step has changed something beside servers and routes; null when it begins none.</summary>
    public static string? BegunBeside(StepPlan step) => step switch
    {
        ProviderStepPlan provider => provider.Begins,
        JobStepPlan job => job.Begins,
        _ => null,
    };
}
