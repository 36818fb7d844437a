using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Stages;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Execution.Jobs;

/// <summary>Makes the order for a job: an instance that listens nowhere, and of which nothing is awaited but its end.</summary>
internal sealed class JobOrders(OrderValues values)
{
    /// <summary>Name of a job's instance; no server can have it, for theirs hold no dot.</summary>
    public static string InstanceOf(JobPlan job) => $"job.{job.Name}";

    /// <exception cref="NoEffectException">A service that it needs has no server that runs.</exception>
    /// <param name="job">What is to be run.</param>
    /// <param name="generation">Counts its starts, from 1.</param>
    /// <param name="placed">Where it lies.</param>
    /// <param name="needed">Where the services that it needs are reached.</param>
    public InstanceOrder Create(JobPlan job, int generation, Placement placed, ImmutableDictionary<string, Uri> needed)
    {
        string Fill(string value) => values.Fill(value, $"Job '{job.Name}'", job.Needs, needed);
        ImmutableArray<string> command = [.. job.Command.Select(Fill)];
        return new InstanceOrder
        {
            Name = InstanceOf(job),
            Generation = generation,
            Program = new ProgramSource.Placed(placed),
            Command = command,
            LocalCommand = command.IsEmpty ? [.. LocalCommand(job.Artifact).Select(Fill)] : command,
            Arguments = [.. job.Arguments.Select(Fill)],
            Environment = job.Environment.ToImmutableSortedDictionary(pair => pair.Key, pair => Fill(pair.Value), StringComparer.Ordinal),
            Listeners = [],
            Readiness = new ReadinessCheck.Launched { Deadline = job.Deadline },
            Files = [.. job.Files.Select(file => new InstanceFile(file.Name, file.Source, file.At))],
            Texts = values.Texts,
            Container = job.Container,
        };
    }

    private static ImmutableArray<string> LocalCommand(ArtifactPlan artifact) => artifact switch
    {
        ImageArtifactPlan image => image.Local?.Command ?? [],
        DockerfileArtifactPlan dockerfile => dockerfile.Local?.Command ?? [],
        _ => [],
    };
}
