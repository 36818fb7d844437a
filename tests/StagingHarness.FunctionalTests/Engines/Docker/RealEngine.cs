using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>The Docker engine of this machine, for tests that need one.</summary>
internal static class RealEngine
{
    private const string NoSkip = "STAGE_NO_SKIP";

    /// <summary>Skips the test with a reason where no engine answers, and fails it there under <c>STAGE_NO_SKIP=1</c>.</summary>
    public static async Task<DockerEndpoint> RequireAsync()
    {
        try
        {
            return await DockerEndpoint.FindAsync(TimeProvider.System, CancellationToken.None);
        }
        catch (NoDockerEndpointException exception) when (Environment.GetEnvironmentVariable(NoSkip) != "1")
        {
            Assert.Ignore($"This test needs a Docker engine. {exception.Message}");
            throw;
        }
    }
}
