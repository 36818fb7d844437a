namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>Clicks on what a reader of the page would be told like this.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Name">How it is called.</param>
public sealed record ClickElementPlan(ElementRole Role, string Name) : BrowserStepPlan
{
    public override string InWords() => $"click {RoleWords} '{Name}'";

    private string RoleWords => Role switch
    {
        ElementRole.Button => "button",
        ElementRole.Link => "link",
        ElementRole.Checkbox => "checkbox",
        ElementRole.Radio => "radio",
        ElementRole.Tab => "tab",
    };
}
