using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scaffolding;

/// <summary>What a template fills in.</summary>
internal sealed record ScaffoldFacts
{
    public required string Name { get; init; }

    /// <summary>Relative to the folder of the new file, with forward slashes.</summary>
    public required string SystemPath { get; init; }

    /// <summary>Of the schema for scenarios, relative likewise.</summary>
    public required string SchemaPath { get; init; }

    /// <summary>The service that is upgraded.</summary>
    public required ServicePlan Service { get; init; }

    /// <summary>What it needs to start.</summary>
    public required ImmutableArray<ServicePlan> Needs { get; init; }

    public required ServerVersion From { get; init; }

    public required ServerVersion To { get; init; }

    /// <summary>As scenarios write them.</summary>
    public required ImmutableArray<string> Requests { get; init; }

    /// <summary>The requests were guessed: no scenario of this system says what its clients ask for.</summary>
    public required bool AreRequestsGuessed { get; init; }

    public required ImmutableArray<string> Credentials { get; init; }
}
