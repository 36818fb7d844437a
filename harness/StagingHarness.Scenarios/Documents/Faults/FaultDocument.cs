namespace StagingHarness.Scenarios.Documents.Faults;

/// <summary>What is broken, as written: one record per kind of fault.</summary>
internal abstract record FaultDocument
{
    private protected FaultDocument()
    {
    }
}
