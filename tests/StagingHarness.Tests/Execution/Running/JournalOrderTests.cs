using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class JournalOrderTests
{
    private const string Incident = """
        - RunStarted
        - ArtifactPrepared portal/platform/1
        - ArtifactPrepared portal/release/1.0
        - ArtifactPrepared portal/release/2.0
        1 StepStarted
        1 VersionPlaced portal-1 release 1.0 on platform 1
        1 VersionPlaced portal-2 release 1.0 on platform 1
        1 InstanceStarted provider.1
        1 InstanceStarted gateway.1
        1 InstanceStarted generator.1
        1 InstanceStarted portal-1.1
        1 InstanceStarted portal-2.1
        1 InstanceAttested portal-1.1 release 1.0 on platform 1
        1 InstanceAttested portal-2.1 release 1.0 on platform 1
        1 RoutesChanged portal-1 1.0/1, portal-2 1.0/1
        1 StepCompleted 2 servers, the gateway, the provider and the generator are ready; every server attests its version
        2 StepStarted
        2 TrafficStarted
        2 StepCompleted 20 requests per second flow, generator fake, which woke up in time
        3 StepStarted
        3 DetectionRearmed the baseline was met
        3 StepCompleted 20 of 20 answers on the unchanged stage were right
        4 StepStarted
        4 VersionPlaced portal-1 release 2.0 on platform 1
        4 VersionPlaced portal-2 release 2.0 on platform 1
        4 InstanceStarted portal-1.2
        4 InstanceStarted portal-2.2
        4 InstanceAttested portal-1.2 release 2.0 on platform 1
        4 InstanceAttested portal-2.2 release 2.0 on platform 1
        4 StepCompleted 2 servers hold release 2.0 on platform 1 and attest it; it is ready, and takes no traffic
        5 StepStarted
        5 InstanceAttested portal-1.2 release 2.0 on platform 1
        5 InstanceAttested portal-2.2 release 2.0 on platform 1
        5 RoutesChanged portal-1 2.0/1, portal-2 2.0/1
        5 InstanceStopped portal-1.1
        5 InstanceStopped portal-2.1
        5 StepCompleted the gateway leads to 2 servers that attest release 2.0 on platform 1; the old instances are stopped
        6 StepStarted
        - DetectionFired
        - PageSent
        6 StepCompleted a page ended the watch
        R1 StepStarted
        R1 PageAcknowledged
        R1 StepCompleted the page is acknowledged
        R2 StepStarted
        R2 StepCompleted the decision is made
        R3 StepStarted
        R3 VersionPlaced portal-1 release 1.0 on platform 1
        R3 VersionPlaced portal-2 release 1.0 on platform 1
        R3 StepCompleted 2 servers hold release 1.0 on platform 1 again; it serves after the restart
        R4 StepStarted
        R4 RoutesChanged
        R4 InstanceStopped portal-1.2
        R4 InstanceStopped portal-2.2
        R4 InstanceStarted portal-1.3
        R4 InstanceStarted portal-2.3
        R4 InstanceAttested portal-1.3 release 1.0 on platform 1
        R4 InstanceAttested portal-2.3 release 1.0 on platform 1
        R4 RoutesChanged portal-1 1.0/1, portal-2 1.0/1
        R4 DetectionRearmed all servers take traffic again
        R4 StepCompleted 2 servers were restarted, attest release 1.0 on platform 1, and take all traffic
        7 StepStarted
        7 InstanceAttested portal-1.3 release 1.0 on platform 1
        7 InstanceAttested portal-2.3 release 1.0 on platform 1
        7 StepCompleted every server attests release 1.0 on platform 1, and 20 of 20 answers were right
        8 StepStarted
        8 TrafficEnded 424 scheduled
        8 ProviderRead
        8 StepCompleted 424 requests were scheduled: 424 answered, 0 unanswered, 0 dropped
        - RunEnded Completed
        """;

    private const string CalmEnd = """
        6 StepStarted
        6 StepCompleted the traffic was watched for as long as planned
        R1 StepSkipped NoPage
        R2 StepSkipped NoPage
        R3 StepSkipped NoPage
        R4 StepSkipped NoPage
        7 StepStarted
        7 InstanceAttested portal-1.2 release 2.0 on platform 1
        7 InstanceAttested portal-2.2 release 2.0 on platform 1
        7 StepCompleted every server attests release 2.0 on platform 1, and 20 of 20 answers were right
        8 StepStarted
        8 TrafficEnded 401 scheduled
        8 ProviderRead
        8 StepCompleted 401 requests were scheduled: 401 answered, 0 unanswered, 0 dropped
        - RunEnded Completed
        """;

    [Test]
    public void Run_ofAnIncident_writesTheJournalInTheAgreedOrder()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        string.Join('\n', EventLine.Of(record.Events)).Should().Be(Incident.ReplaceLineEndings("\n"));
        record.Ending().LeftBehind.Should().BeEmpty();
        record.JournalDamage.Should().BeNull();
    }

    [Test]
    public void Run_ofAnUpgradeThatWorks_skipsTheRunbookAndVerifiesTheNewVersion()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        var lines = string.Join('\n', EventLine.Of(record.Events));
        lines[lines.IndexOf("6 StepStarted", StringComparison.Ordinal)..].Should().Be(CalmEnd.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Run_twice_takesTheSameCourse()
    {
        RunIncident().Should().Equal(RunIncident());

        static IEnumerable<string> RunIncident()
        {
            using var stage = new FakeStage();
            stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;
            return stage.Run(new PlanBuilder().Build()).Events.Select(journalEvent => $"{journalEvent.At} {EventLine.Of(journalEvent)}");
        }
    }

    [Test]
    public void Samples_areAllWritten_andTheJournalHoldsTheirHash()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        record.Samples.Should().HaveCount(401);
        record.Only<TrafficEnded>().SamplesSha256.Should().Be(record.SamplesSha256);
        record.All<TrafficObserved>().Sum(second => second.Requests).Should().Be(401);
    }

    [Test]
    public void Plan_isTheFirstEvent_andReadsBackAsItWas()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        record.Start.Plan.Should().BeEquivalentTo(new PlanBuilder().Build(), options => options.RespectingRuntimeTypes());
        record.Start.Engine.Should().Be("fake");
    }

    [Test]
    public void Artifacts_thatNoServerGets_areNotPrepared()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        record.All<ArtifactPrepared>().Select(prepared => prepared.Artifact).Should().NotContain("portal/platform/2");
    }
}
