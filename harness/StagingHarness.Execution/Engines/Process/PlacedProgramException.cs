using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>A placed version holds no program that could be started, or several.</summary>
public sealed class PlacedProgramException : EnvironmentException, IStartFailure
{
    public PlacedProgramException(string instance, string kind, string folder, int programs)
        : base($"Instance '{instance}' cannot be started: its {kind} folder '{folder}' holds {programs} programs "
            + $"(files '*.runtimeconfig.json'), and must hold one. Let the {kind}'s project be one executable.")
    {
    }
}
