using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

/// <summary>The receipt of a job is its exit code, of what was built; a job that failed speaks against the upgrade.</summary>
public sealed class JobRequirementTests
{
    private const string Artifact = "db/release/15";

    private static readonly JobStarted Started = new()
    {
        At = Ms(9_400),
        Step = "6",
        Job = "migrate",
        Generation = 1,
        Identity = "4711",
        Log = "logs/job.migrate.1.log",
        Digests = ImmutableSortedDictionary<string, string>.Empty.Add(Artifact, "sha256:15"),
    };

    private static readonly JobEnded Ended = new()
    {
        At = Ms(9_900),
        Step = "6",
        Job = "migrate",
        Generation = 1,
        ExitCode = 0,
        Killed = false,
        Took = Ms(500),
        LastOutput = ["ALTER TABLE"],
    };

    [Test]
    public void Job_that_ended_with_exit_code_0_is_a_visible_effect() => Effect(Record().With(Started).With(Ended)).Standing.Should().Be(Standing.Met);

    [Test]
    public void Receipt_without_an_end_is_inconclusive() => Effect(Record().With(Started)).Should().Be(
        (Standing.Inconclusive, "step [6] has a receipt, and the journal does not say that job 'migrate' ended with exit code 0"));

    [Test]
    public void Receipt_of_another_exit_code_is_inconclusive() =>
        Effect(Record().With(Started).With(Ended with { ExitCode = 1 })).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Receipt_of_a_job_that_was_killed_is_inconclusive() =>
        Effect(Record().With(Started).With(Ended with { Killed = true })).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Job_that_ran_something_else_than_what_was_built_is_inconclusive() =>
        Effect(Record().With(Started with { Digests = Started.Digests.SetItem(Artifact, "sha256:16") }).With(Ended))
            .Should().Be((Standing.Inconclusive, $"what step [6] ran as '{Artifact}' is not what was built"));

    [Test]
    public void Job_that_failed_is_not_met()
    {
        var record = Record().With(Started).With(Ended with { ExitCode = 3 })
            .Change<StepCompleted>(done => done.Step == "6"
                ? new StepFailed { At = done.At, Sequence = done.Sequence, Step = "6", Kind = StepFailureKind.Job, Reason = "Job 'migrate' ended with exit code 3." }
                : done);

        var result = RequirementOf.Check<ReceiptsRequirement>(record);

        (result.Standing, result.Evidence).Should().Be((Standing.NotMet, "step [6] failed: Job 'migrate' ended with exit code 3."));
    }

    private static RunRecord Record() => RequirementOf.Calm()
        .WithPlan(plan => plan with
        {
            System = plan.System with { Jobs = [JobPlans.Migrate()] },
            Steps = [.. plan.Steps.Select(step => step.Number == "6" ? JobPlans.Step() with { Number = "6" } : step)],
        })
        .With(new ArtifactPrepared { At = Ms(101), Artifact = Artifact, Digest = "sha256:15", FromCache = false, Took = Ms(100) });

    private static (Standing Standing, string Evidence) Effect(RunRecord record)
    {
        var result = RequirementOf.Check<VisibleEffectRequirement>(record);
        return (result.Standing, result.Evidence);
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
