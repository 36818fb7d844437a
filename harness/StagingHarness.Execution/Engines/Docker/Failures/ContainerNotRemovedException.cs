using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Failures;

/// <summary>A container that is no longer needed could not be removed.</summary>
public sealed class ContainerNotRemovedException(string problem) : EnvironmentException(problem);
