namespace StagingHarness.Execution.Ports.Failures;

/// <summary>An artifact could not be built or fetched.</summary>
public sealed class ArtifactBuildException : EnvironmentException
{
    public ArtifactBuildException(string artifact, string what, IReadOnlyCollection<string> output)
        : base($"Artifact '{artifact}' could not be built: {what} Mend it, or correct its entry in the system file. Last output:"
            + Environment.NewLine + Indent(output))
    {
    }
}
