using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Stages;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Stages;

public sealed class DigestAttestationTests
{
    [Test]
    public void Version_isTheReleaseWhoseArtifactHasTheDigest()
    {
        using var stage = new FakeStage();

        var record = stage.Run(PlanOf());

        record.All<InstanceAttested>().First(attested => attested.Instance == "db-1").Version.Should().Be(DatabasePlans.Old);
        record.All<InstanceStarted>().Single(started => started.Instance == "db-1").Digest.Should().Be("sha256:db/release/15");
    }

    [Test]
    public void Digest_ofNothingThatWasPlaced_isToldBesideWhatWas()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.Digest = "sha256:other";

        stage.Run(PlanOf()).LinesOf("1").Should().EndWith(
            "1 StepFailed NoEffect: Instance 'db-1' attests no version: it runs sha256:other, and what was placed is sha256:db/release/15 (release '15').");
    }

    [Test]
    public void Digest_thatTheEngineCannotTell_attestsNothing()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.Digest = null;

        stage.Run(PlanOf()).LinesOf("1").Should().EndWith(
            "1 StepFailed NoEffect: Instance 'db-1' attests nothing: the engine cannot tell the digest of what it runs. "
            + "Let it attest in another way, by 'attest' in the system file, or use an engine that can.");
    }

    [Test]
    public void Digest_ofTwoReleasesAlike_tellsNeither()
    {
        using var stage = new FakeStage();
        stage.Run(PlanOf());
        var digests = ImmutableDictionary<string, string>.Empty.Add("db/release/15", "sha256:same").Add("db/release/16", "sha256:same");
        var instance = stage.Engine.Latest("db-1");
        instance.Digest = "sha256:same";

        var read = () => DigestAttestation.Read(new AttestationSubject(instance, DatabasePlans.Service()), digests);

        read.Should().Throw<NoEffectException>().WithMessage(
            "Instance 'db-1' attests no version: it runs sha256:same, which is the digest of releases '15' and '16' alike. "
            + "Let it attest in another way, by 'attest' in the system file.");
    }

    [Test]
    public void OldVersion_thatRunsInPlaceOfTheNewOne_attestsItself()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.Digest = instance.Name == "db-1" ? "sha256:db/release/15" : null;
        var steps = PlanBuilder.IncidentSteps[..3].AddRange(DatabasePlans.Upgrade("db", DatabasePlans.New));

        stage.Run(new PlanBuilder().WithService(DatabasePlans.Service(), 1, DatabasePlans.Old, DatabasePlans.New).WithSteps(steps).WithRunbook().Build())
            .LinesOf("5").Should().EndWith("5 StepFailed NoEffect: Instance 'db-1' attests release 15, and release 16 was wanted.");
    }

    private static ScenarioPlan PlanOf() => new PlanBuilder().WithService(DatabasePlans.Service(), 1, DatabasePlans.Old).Build();
}
