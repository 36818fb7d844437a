using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Browsing;

/// <summary>One thing that a customer does, or sees. A page that is answered with anything but 2xx makes any of them wrong.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OpenPagePlan), "open")]
[JsonDerivedType(typeof(FillFieldPlan), "fill")]
[JsonDerivedType(typeof(ClickElementPlan), "click")]
[JsonDerivedType(typeof(SeeTextPlan), "see")]
public abstract record BrowserStepPlan
{
    private protected BrowserStepPlan()
    {
    }

    /// <summary>In words, without any value that is filled in: <c>open /dashboard</c>.</summary>
    public abstract string InWords();

    public sealed override string ToString() => InWords();
}
