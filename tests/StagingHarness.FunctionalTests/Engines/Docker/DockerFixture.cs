using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>Tests that need a Docker engine: skipped with the reason where none answers.</summary>
public abstract class DockerFixture : StageFixture
{
    internal DockerEndpoint Endpoint { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task FindEngineAsync() => Endpoint = await RealEngine.RequireAsync();
}
