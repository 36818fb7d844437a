using System.Text.Json.Serialization;

namespace StagingHarness.Scenarios.Plans.Checks;

/// <summary>A condition of the stage that a step asks for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HttpCheckPlan), "http")]
[JsonDerivedType(typeof(LogCheckPlan), "log")]
[JsonDerivedType(typeof(ProviderCheckPlan), "provider")]
[JsonDerivedType(typeof(CommandCheckPlan), "command")]
public abstract record CheckPlan
{
    private protected CheckPlan()
    {
    }

    /// <summary>What must hold, as a clause: <c>/ready of shop-1 answers 200</c>.</summary>
    public required string Clause { get; init; }

    /// <summary>Real time that one question may take.</summary>
    public required TimeSpan Timeout { get; init; }
}
