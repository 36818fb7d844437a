namespace StagingHarness.Execution.Ports.Failures;

/// <summary>An instance was not ready by its deadline.</summary>
public sealed class InstanceNotReadyException : EnvironmentException, IStartFailure
{
    public InstanceNotReadyException(string instance, TimeSpan deadline, string lastObservation, IReadOnlyCollection<string> lastOutput)
        : base($"Instance '{instance}' was not ready within {deadline.TotalSeconds:0.#} s; the last check saw {lastObservation}. "
            + "Give it a longer 'ready.within' in the system file, or see why it is slow. Its last output:"
            + Environment.NewLine + Indent(lastOutput))
    {
        Instance = instance;
    }

    public string Instance { get; }

    public string? Log { get; init; }
}
