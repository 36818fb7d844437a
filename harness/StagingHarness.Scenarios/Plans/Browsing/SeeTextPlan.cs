namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>Waits until the text can be seen on the page.</summary>
/// <param name="Text">A part of what the page says, upper and lower case alike.</param>
public sealed record SeeTextPlan(string Text) : BrowserStepPlan
{
    public override string InWords() => $"see '{Text}'";
}
