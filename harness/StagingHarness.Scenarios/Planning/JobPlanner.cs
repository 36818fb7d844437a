using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of jobs, and of the steps that run them.</summary>
/// <param name="services">The services of the system, whose releases a job may run.</param>
/// <param name="artifacts">What makes a job's own artifacts.</param>
/// <param name="trust">What a job trusts.</param>
internal sealed class JobPlanner(ImmutableArray<ServicePlan> services, ArtifactPlanner artifacts, TrustPlanner trust)
{
    public JobPlan Plan(Named<JobDocument> job)
    {
        var document = job.Value.Given();
        return new JobPlan
        {
            Name = job.Name.Value,
            Artifact = Artifact(job, document.Runs.Given()),
            Command = ServicePlanner.Texts(document.Command),
            Arguments = ServicePlanner.Texts(document.Arguments),
            Environment = trust.Complete(ServicePlanner.Environment(document.Environment)),
            Files = artifacts.Files(document.Files),
            Needs = ServicePlanner.Texts(document.Needs),
            Container = ServicePlanner.Container(document.Container?.Value),
            Deadline = document.Within?.Value ?? Defaults.JobDeadline,
        };
    }

    public static JobStepPlan Step(JobStepDocument document, WalkedStep step, SystemPlan system)
    {
        var job = system.Job(document.Name.Given());
        return new JobStepPlan
        {
            Number = "",
            Sentence = Sentences.Job(job, document.Begins?.Value),
            Start = StepPlanner.StartOf(step),
            Takes = step.Takes,
            Deadline = job.Deadline + (2 * Defaults.Slack),
            Place = step.Body.Span.ToPlace(),
            Job = job.Name,
            Begins = document.Begins?.Value,
        };
    }

    private ArtifactPlan Artifact(Named<JobDocument> job, ArtifactDocument runs) => runs is ReleaseArtifactDocument release
        ? services.Single(service => service.Name == release.Of.Given()).Releases[release.Release.Given()]
        : artifacts.Artifact(runs, $"job/{job.Name.Value}", job.Name.Span.ToPlace());
}
