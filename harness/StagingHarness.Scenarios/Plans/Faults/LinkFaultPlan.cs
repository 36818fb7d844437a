namespace StagingHarness.Scenarios.Plans.Faults;

/// <summary>A fault on the way from one member of the stage to another.</summary>
public abstract record LinkFaultPlan : FaultPlan
{
    private protected LinkFaultPlan()
    {
    }

    public required MemberPair Between { get; init; }
}
