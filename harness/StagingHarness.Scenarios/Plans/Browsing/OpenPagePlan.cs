namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>Opens a page of the service behind the gateway.</summary>
/// <param name="Path">Its path.</param>
public sealed record OpenPagePlan(string Path) : BrowserStepPlan
{
    public override string InWords() => $"open {Path}";
}
