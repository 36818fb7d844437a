using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Ports.Failures;

/// <summary>An instance ended before it was ready.</summary>
public sealed class InstanceDiedException : EnvironmentException, IStartFailure
{
    public InstanceDiedException(string instance, InstanceExit exit)
        : base($"Instance '{instance}' ended with {Code(exit)} before it was ready. Its last output:"
            + Environment.NewLine + Indent(exit.LastOutput))
    {
        Instance = instance;
        Exit = exit;
    }

    public string Instance { get; }

    public InstanceExit Exit { get; }

    public string? Log { get; init; }

    private static string Code(InstanceExit exit) => exit.ExitCode is { } code ? $"exit code {code}" : "an unknown exit code";
}
