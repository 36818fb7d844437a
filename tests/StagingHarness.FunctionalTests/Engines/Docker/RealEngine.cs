using StagingHarness.Execution.Engines.Docker.Endpoints;
using StagingHarness.NUnit;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>The Docker engine of this machine, for tests that need one.</summary>
internal static class RealEngine
{
    /// <summary>Skips the test with the reason where no engine answers; any other trouble with one fails it.</summary>
    public static async Task<DockerEndpoint> RequireAsync()
    {
        try
        {
            return await DockerEndpoint.FindAsync(TimeProvider.System, CancellationToken.None);
        }
        catch (NoDockerEndpointException exception)
        {
            SkipPolicy.Skip($"This test needs a Docker engine. {exception.Message}");
            throw;
        }
    }
}
