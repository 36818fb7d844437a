using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Running;

public sealed class TrafficControlTests
{
    [Test]
    public void Traffic_carriesBothCredentials()
    {
        using var stage = new FakeStage();

        stage.Run(new PlanBuilder().Build());

        var headers = stage.Traffic.Order!.CredentialHeaders;
        headers.Keys.Should().Equal("Authorization", "X-Api-Key");
        headers["Authorization"].Should().Be("Bearer token-1-of-portal-client");
        headers["X-Api-Key"].Should().Be(stage.Engine.Latest("portal-1").Order.Environment["KEY"]).And.MatchRegex("^[0-9a-f]{32}$");
    }

    [Test]
    public void Traffic_isToldHowGatewayAndProviderAreReached()
    {
        using var stage = new FakeStage();
        var gateway = new ClientRoute("gateway", 8080, new IPEndPoint(IPAddress.Loopback, 32768));
        var provider = new ClientRoute("provider", 8080, new IPEndPoint(IPAddress.Loopback, 32769));
        stage.Gateway.Routes = [gateway];
        stage.Provider.Routes = [provider];

        stage.Run(new PlanBuilder().Build());

        stage.Traffic.Order!.Routes.Should().Equal(gateway, provider);
    }

    [Test]
    public void Traffic_byTls_trustsTheCaOfTheStageThatIssuedTheCertificateOfTheGateway()
    {
        using var stage = new FakeStage();
        var plan = new PlanBuilder().Build();

        var record = stage.Run(plan with { Traffic = plan.Traffic with { Http = ClientHttp.Http2, Tls = true } });

        var gateway = stage.Gateway.Order!;
        gateway.Http.Should().Be(ClientHttp.Http2);
        stage.Traffic.Order!.TrustedRoots.Should().ContainSingle().Which.Should().Equal(gateway.Tls!.Root);
        record.Completion("2").Receipt.Should().StartWith("20 requests per second flow by HTTP/2 over TLS, generator");
    }

    [Test]
    public void Traffic_byPlainConnections_trustsNobody()
    {
        using var stage = new FakeStage();

        stage.Run(new PlanBuilder().Build());

        stage.Gateway.Order.Should().Be(GatewayOrder.Plain);
        stage.Traffic.Order!.TrustedRoots.Should().BeEmpty();
    }

    [Test]
    public void Tokens_areRenewedAtHalfOfTheirLife()
    {
        using var stage = new FakeStage();
        stage.Provider.TokenLifetime = TimeSpan.FromSeconds(12);

        stage.Run(new PlanBuilder().Build());

        stage.Traffic.Session!.Renewals.Select(renewal => renewal.At.TotalSeconds).Should().Equal(6, 12, 18);
        stage.Traffic.Session.Renewals.Select(renewal => renewal.Headers["Authorization"]).Should().Equal(
            "Bearer token-2-of-portal-client", "Bearer token-3-of-portal-client", "Bearer token-4-of-portal-client");
    }

    [Test]
    public void Tokens_withoutLife_areNotAskedForAllTheTime()
    {
        using var stage = new FakeStage();
        stage.Provider.TokenLifetime = TimeSpan.Zero;

        stage.Run(new PlanBuilder().Build());

        stage.Provider.Tokens.Should().BeInRange(400, 430, "the traffic flows for 21 s, and 50 ms lie between two renewals");
    }

    [Test]
    public void Tokens_thatCannotBeRenewed_areAskedForAgainWhileClientsGoOn()
    {
        using var stage = new FakeStage();
        stage.Provider.TokenLifetime = TimeSpan.FromSeconds(12);
        stage.Provider.TokenFailure = number => number is 2 or 3 ? new ControlException("provider", "the token endpoint answered 503.") : null;

        var record = stage.Run(new PlanBuilder().Build());

        record.Ending().Ending.Should().Be(RunEnding.Completed);
        record.All<RenewalFailed>().Select(failed => (failed.Credential, failed.Why)).Should().Equal(
            Enumerable.Repeat(("access-token", "The provider did not obey: the token endpoint answered 503."), 2));
        record.Only<RenewalResumed>().Failed.Should().Be(2);
        stage.Traffic.Session!.Renewals.Select(renewal => renewal.At.TotalSeconds).Should().Equal(8, 14, 20);
    }

    [Test]
    public void Tokens_thatAStepCannotRenew_areSaidToBeTheOldOnesAndAskedForSoon()
    {
        using var stage = new FakeStage();
        stage.Provider.TokenFailure = number => number == 2 ? new ControlException("provider", "the token endpoint answered 503.") : null;

        var record = stage.Run(FaultPlans.Build(FaultPlans.Provider(TimeSpan.FromMinutes(1)), FaultPlans.Watch(3)));

        record.All<StepCompleted>().Select(step => step.Receipt).Should().ContainSingle(receipt => receipt.EndsWith(
            "the clients asked for new tokens and go on with theirs, since they got none: The provider did not obey: the token endpoint answered 503.",
            StringComparison.Ordinal));
        record.Only<RenewalFailed>().Credential.Should().Be("access-token");
        record.Only<RenewalFailed>().GoodFor.Should().BePositive("the first tokens live for an hour");
        record.Only<RenewalResumed>().Failed.Should().Be(1);
    }

    [Test]
    public void Tokens_thatTheGeneratorDoesNotTake_endTheRun()
    {
        using var stage = new FakeStage();
        stage.Provider.TokenLifetime = TimeSpan.FromSeconds(12);
        stage.WhenStepRuns("3", () => stage.Traffic.Session!.RenewalFailure = new ControlException("generator", "it is gone."));

        stage.Run(new PlanBuilder().Build()).Ending().Should().BeEquivalentTo(new
        {
            Ending = RunEnding.EnvironmentFailed,
            Cause = "The traffic's tokens could not be renewed: The generator did not obey: it is gone.",
        });
    }

    [Test]
    public void Tokens_thatCannotBeObtained_failTheStartOfTheTraffic()
    {
        using var stage = new FakeStage();
        stage.Provider.TokenFailure = _ => new ControlException("provider", "the token endpoint answered 401.");

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("2 failed Environment").And.EndWith("8 skipped EarlierFailure");
        record.Ending().Cause.Should().Be("The provider did not obey: the token endpoint answered 401.");
    }

    [Test]
    public void Totals_passThroughAsTheGeneratorTellsThem()
    {
        using var stage = new FakeStage();
        stage.Traffic.Totals = totals => totals with { Scheduled = totals.Scheduled + 7, Dropped = 7 };
        stage.Traffic.Status = (_, due) => due.TotalSeconds is >= 11 and < 11.01 ? 0 : 200;

        var record = stage.Run(new PlanBuilder().Build());

        record.Only<TrafficEnded>().Should().BeEquivalentTo(new { Scheduled = 408, Answered = 400, Unanswered = 1, Dropped = 7 });
        record.Completion("8").Receipt.Should().Be("408 requests were scheduled: 400 answered, 1 unanswered, 7 dropped");
    }

    [Test]
    public void WrongAnswers_areTalliedByWhoGaveThem()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (_, due) => due.TotalSeconds is >= 11 and < 12 ? due.TotalSeconds < 11.05 ? 0 : 500 : 200;

        var record = stage.Run(new PlanBuilder().WithRunbook().Build());

        var wrong = record.All<TrafficObserved>().SelectMany(second => second.Wrong).GroupBy(pair => pair.Key);
        wrong.ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)).Should().BeEquivalentTo(
            new Dictionary<string, int> { ["app 500"] = 19, ["nobody TimedOut"] = 1 });
    }

    [Test]
    public void Generator_thatIsLost_endsTheRun()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", () => stage.Traffic.Session!.Lose(new ControlException("generator", "its control connection broke.")), TimeSpan.FromSeconds(1));

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("6 failed Environment");
        record.All<TrafficEnded>().Should().BeEmpty();
        record.Ending().Should().BeEquivalentTo(
            new { Ending = RunEnding.EnvironmentFailed, Cause = "The generator did not obey: its control connection broke." });
    }

    [Test]
    public void Samples_thatCannotBeWritten_endTheRunAsTroubleOfTheEnvironment()
    {
        using var stage = new FakeStage();
        var full = new RecordNotWrittenException(new IOException("No space left on device"));
        stage.WhenStepRuns("6", () => stage.Traffic.Session!.Lose(full), TimeSpan.FromSeconds(1));

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("6 failed Environment");
        record.Ending().Should().BeEquivalentTo(new { Ending = RunEnding.EnvironmentFailed, Cause = full.Message });
    }

    [Test]
    public void Generators_thatShareTheSchedule_standOnTheStageBesideEachOther_andNoneHasDied()
    {
        using var stage = new FakeStage();
        var plan = new PlanBuilder().Build();

        var record = stage.Run(plan with { Traffic = plan.Traffic with { Generators = 2 } });

        record.All<InstanceStarted>().Select(started => started.Instance).Should().Contain(["generator-1", "generator-2"]).And.NotContain("generator");
        record.Completion("1").Receipt.Should().Contain("and the generators are ready");
        record.Completion("2").Receipt.Should().Contain(", 2 generators fake, which");
        record.All<TrafficStarted>().Single().Generators.Should().Be(2);
        record.All<InstanceDied>().Should().BeEmpty();
        record.Ending().Ending.Should().Be(RunEnding.Completed);
    }

    [TestCase(1_000_000, "20 requests per second flow, generator fake, which woke up in time")]
    [TestCase(1_000_001, "20 requests per second flow, generator fake, which woke up in time; timers on this machine are coarse, so latencies at low rates hold that much of it")]
    public void Generator_thatWakesUpLate_isToldInReceiptAndJournal_andTheRunGoesOn(long median, string receipt)
    {
        using var stage = new FakeStage();
        stage.Traffic.Lateness = new PacerLateness(200, median, 5_000_000);

        var record = stage.Run(new PlanBuilder().Build());

        record.Completion("2").Receipt.Should().Be(receipt);
        record.Only<TrafficStarted>().SelfCheck.Should().Be(new PacerLateness(200, median, 5_000_000));
        record.Ending().Ending.Should().Be(RunEnding.Completed);
    }

    [Test]
    public void Generator_thatEndsWithItsTraffic_hasNotDied()
    {
        using var stage = new FakeStage();

        var record = stage.Run(new PlanBuilder().Build());

        stage.Engine.Latest("generator").Exited.Result.Killed.Should().BeFalse();
        stage.Engine.Latest("generator").Exited.Result.ExitCode.Should().Be(0);
        record.All<InstanceDied>().Should().BeEmpty();
        record.Ending().Ending.Should().Be(RunEnding.Completed);
    }

    [Test]
    public void Traffic_thatEndsByItself_endsTheRun()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", () => stage.Traffic.Session!.EndByItself(), TimeSpan.FromSeconds(1));

        stage.Run(new PlanBuilder().Build()).Ending().Should().BeEquivalentTo(
            new { Ending = RunEnding.EnvironmentFailed, Cause = "The traffic ended although nobody stopped it." });
    }

    [Test]
    public void Traffic_thatBreaksInAnUnforeseenWay_endsTheRunAsADefect()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("6", () => stage.Traffic.Session!.Lose(new NotSupportedException("no such thing")), TimeSpan.FromSeconds(1));

        var ending = stage.Run(new PlanBuilder().Build()).Ending();

        ending.Ending.Should().Be(RunEnding.InternalError);
        ending.Cause.Should().Contain("NotSupportedException: no such thing");
    }

    [Test]
    public void Traffic_thatCannotBeStopped_isTroubleOfTheEnvironmentAndHasNoEnd()
    {
        using var stage = new FakeStage();
        stage.Traffic.StopFailure = new ControlException("generator", "it did not account for its requests.");

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().EndWith(["7 completed", "8 failed Environment"]);
        record.All<TrafficEnded>().Should().BeEmpty();
        record.Ending().Ending.Should().Be(RunEnding.EnvironmentFailed);
    }

    [Test]
    public void Traffic_thatCannotBeStarted_isTroubleOfTheEnvironment()
    {
        using var stage = new FakeStage();
        stage.Traffic.StartFailure = new ControlException("generator", "no warm-up request was answered.");

        var record = stage.Run(new PlanBuilder().Build());

        record.Steps().Should().Contain("2 failed Environment").And.EndWith("8 skipped EarlierFailure");
        record.Ending().Ending.Should().Be(RunEnding.EnvironmentFailed);
    }
}
