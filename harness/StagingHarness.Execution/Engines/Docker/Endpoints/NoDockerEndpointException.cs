using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Execution.Engines.Docker.Endpoints;

/// <summary>No Docker engine answers anywhere that one is looked for.</summary>
public sealed class NoDockerEndpointException : EnvironmentException
{
    /// <param name="tried">A line each: address, where it comes from, and what was seen there.</param>
    /// <param name="fix">What to do, the nearest first.</param>
    public NoDockerEndpointException(IReadOnlyCollection<string> tried, string fix)
        : base($"No Docker engine answers. {fix} Tried:{Environment.NewLine}{Indent(tried)}")
    {
        Tried = tried;
        Fix = fix;
    }

    public IReadOnlyCollection<string> Tried { get; }

    /// <summary>What to do, on a line of its own.</summary>
    public string Fix { get; }
}
