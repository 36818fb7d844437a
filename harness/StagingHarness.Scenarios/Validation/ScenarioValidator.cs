namespace StagingHarness.Scenarios.Validation;

/// <summary>All rules that can be told from the files alone, without walking through the steps.</summary>
internal static class ScenarioValidator
{
    public static void Check(ValidationContext context)
    {
        StageRules.Check(context);
        TrafficRules.Check(context);
        LedgerRules.Check(context);
        JourneyRules.Check(context);
        BrowserRules.Check(context);
        StepRules.Check(context);
        FaultRules.Check(context);
        FacetRules.Check(context);
        CheckRules.Check(context);
        JobStepRules.Check(context);
        CandidateRules.Check(context);
        ExpectationRules.Check(context);
        MixedRules.Check(context);
        IntentRules.Check(context);
        ReportedRules.Check(context);
    }
}
