namespace StagingHarness.Protocols.Supervisor;

/// <summary>The process could not be started; nothing more comes about it.</summary>
public sealed record StartFailedAnswer : SupervisorAnswer
{
    public required string Problem { get; init; }
}
