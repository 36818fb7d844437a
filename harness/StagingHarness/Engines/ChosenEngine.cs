using System.Collections.Immutable;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Engines;

/// <summary>The engine that a run will stand on.</summary>
internal abstract record ChosenEngine
{
    private ChosenEngine()
    {
    }

    /// <summary>Why it serves, in one plain line.</summary>
    public required string Reason { get; init; }

    /// <summary>What is worth knowing once.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    public sealed record Process : ChosenEngine;

    public sealed record Docker(DockerEndpoint Endpoint, bool ReaperServes) : ChosenEngine;
}
