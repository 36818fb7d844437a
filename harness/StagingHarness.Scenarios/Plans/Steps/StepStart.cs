using System.Text.Json.Serialization;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>When a step begins; never before the step above it has ended.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AfterPrevious), "after-previous")]
[JsonDerivedType(typeof(AtTime), "at")]
public abstract record StepStart
{
    private StepStart()
    {
    }

    public sealed record AfterPrevious : StepStart;

    public sealed record AtTime(IncidentTime Time) : StepStart;
}
