using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Supervisor;

/// <summary>What a supervisor tells the harness: one JSON object a line on its standard output.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(StartedAnswer), "started")]
[JsonDerivedType(typeof(StartFailedAnswer), "start-failed")]
[JsonDerivedType(typeof(ExitedAnswer), "exited")]
public abstract record SupervisorAnswer
{
    private protected SupervisorAnswer()
    {
    }

    /// <summary>The process that it is about, as named in the start command.</summary>
    public required string Id { get; init; }
}
