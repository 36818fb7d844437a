using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans.Systems.Credentials;

namespace StagingHarness.Scenarios.Plans.Systems;

/// <summary>What is under test.</summary>
public sealed record SystemPlan
{
    public required string Name { get; init; }

    /// <summary>The system file, relative to the scenario root.</summary>
    public required string File { get; init; }

    public required ImmutableArray<ServicePlan> Services { get; init; }

    /// <summary>What is run once and ends by itself.</summary>
    public ImmutableArray<JobPlan> Jobs { get; init; } = [];

    /// <summary>Null for a system without a third party.</summary>
    public required ProviderPlan? Provider { get; init; }

    public required ImmutableArray<CredentialPlan> Credentials { get; init; }

    /// <summary>The service of that name; the planner has checked that it exists.</summary>
    public ServicePlan Service(string name) => Services.Single(service => service.Name == name);

    /// <summary>The job of that name; the planner has checked that it exists.</summary>
    public JobPlan Job(string name) => Jobs.Single(job => job.Name == name);
}
