namespace StagingHarness.Engines;

/// <summary>No engine of this machine can run a scenario, or not the one that was wished for; what would mend it is in the message.</summary>
public sealed class NoEngineException : Exception
{
    public NoEngineException(string scenario, string reason)
        : base($"Scenario '{scenario}' cannot be run here: {reason}")
    {
    }
}
