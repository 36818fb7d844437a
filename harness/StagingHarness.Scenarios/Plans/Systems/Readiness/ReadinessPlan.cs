using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Systems.Readiness;

/// <summary>When an instance counts as started.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HttpReadinessPlan), "http")]
[JsonDerivedType(typeof(PortReadinessPlan), "port")]
[JsonDerivedType(typeof(LogReadinessPlan), "log")]
public abstract record ReadinessPlan
{
    private protected ReadinessPlan()
    {
    }

    /// <summary>Real time from the start on; later it is a failed start.</summary>
    public required TimeSpan Deadline { get; init; }
}
