namespace StagingHarness.Scenarios.Documents.Steps;

/// <summary>What a step does, as written: one record per kind of step.</summary>
internal abstract record StepBodyDocument
{
    private protected StepBodyDocument()
    {
    }
}
