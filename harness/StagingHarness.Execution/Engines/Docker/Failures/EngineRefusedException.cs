using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>The engine did not do what it was asked, or went away.</summary>
public sealed class EngineRefusedException : EnvironmentException
{
    public EngineRefusedException(string doing, Exception cause)
        : base($"The Docker engine failed while {doing}: {EngineTrouble.Words(cause)} See 'stage doctor' and the engine's own log.", cause)
    {
    }
}
