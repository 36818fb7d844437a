using System.Collections.Immutable;
using Docker.DotNet;
using Microsoft.Extensions.Logging;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Execution.Engines.Docker;

/// <summary>One run's dealings with an engine.</summary>
internal sealed record DockerSession
{
    public required DockerEndpoint Endpoint { get; init; }

    public required DockerClient Client { get; init; }

    /// <summary>On everything that the run makes.</summary>
    public required ImmutableDictionary<string, string> Labels { get; init; }

    public required bool ReaperServes { get; init; }

    /// <summary>One for all builders: Testcontainers asks the engine about itself once for each logger.</summary>
    public required ILogger Logger { get; init; }

    public required TimeProvider TimeProvider { get; init; }
}
