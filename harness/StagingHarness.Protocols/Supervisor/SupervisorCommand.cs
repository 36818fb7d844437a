using System.Text.Json.Serialization;

namespace StagingHarness.Protocols.Supervisor;

/// <summary>What the harness tells its supervisor: one JSON object a line on its standard input, whose end ends everything.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(StartCommand), "start")]
[JsonDerivedType(typeof(SignalCommand), "signal")]
public abstract record SupervisorCommand
{
    private protected SupervisorCommand()
    {
    }

    /// <summary>Names the process in all that is said about it; never used twice.</summary>
    public required string Id { get; init; }
}
