using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Fakes;
using StagingHarness.Tests.Scenarios.Fixtures;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Execution.Upgrades;

/// <summary>Strategies as authors write them, run in virtual time on servers that do as they should, and judged.</summary>
public sealed class StrategyRunTests
{
    [Test]
    public void Rolling_replacesOneServerAfterTheOtherOutOfTheTraffic()
    {
        var record = Run("rolling: { order: [portal-2] }");

        record.LinesOf("4").Should().Equal(
            "4 StepStarted",
            "4 VersionPlaced portal-2 release 2.0 on platform 1",
            "4 RoutesChanged portal-1 1.0/1, portal-3 1.0/1, portal-4 1.0/1",
            "4 InstanceStopped portal-2.1",
            "4 InstanceStarted portal-2.2",
            "4 InstanceAttested portal-2.2 release 2.0 on platform 1",
            "4 RoutesChanged portal-1 1.0/1, portal-2 2.0/1, portal-3 1.0/1, portal-4 1.0/1",
            "4 StepCompleted 1 server was replaced, attests release 2.0 on platform 1, and takes traffic");
        record.LinesOf("7").Should().Contain("7 RoutesChanged portal-1 2.0/1, portal-2 2.0/1, portal-3 2.0/1, portal-4 2.0/1");
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Rolling_withSurge_startsTheNewOneFirst()
    {
        var record = Run("rolling: { batch: 2, surge: true }");

        record.LinesOf("4").Should().ContainInOrder(
            "4 InstanceAttested portal-1.2 release 2.0 on platform 1",
            "4 RoutesChanged portal-1 2.0/1, portal-2 2.0/1, portal-3 1.0/1, portal-4 1.0/1",
            "4 InstanceStopped portal-1.1");
        record.All<RoutesChanged>().Should().HaveCount(3).And.OnlyContain(change => change.Targets.Length == 4);
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Rolling_whoseServerDoesNotStart_leavesTheOthersInTheTraffic()
    {
        using var stage = new FakeStage();
        stage.Engine.StartFailure = order => order.Generation == 2
            ? new StagingHarness.Execution.Ports.Failures.InstanceDiedException(order.Name, new StagingHarness.Execution.Ports.Instances.InstanceExit(134, Killed: false, ["no such library"]))
            : null;

        var record = stage.Run(StrategyFixture.Plan("rolling: {}"));

        record.Steps().Should().Contain("4 failed StartUp").And.Contain("5 skipped EarlierFailure");
        record.All<RoutesChanged>().Last().Targets.Select(target => target.Instance).Should().Equal("portal-2", "portal-3", "portal-4");
        record.Samples.Should().OnlyContain(sample => sample.Right);
        var verdict = Judge.Assess(record);
        verdict.Headline.Should().Be("NOT SAFE");
        verdict.Sentence.Should().Be(
            "Not met: 'every step has a receipt'; step [4] failed with a start-up crash: Instance 'portal-1' ended with exit code 134 before it was ready.");
    }

    [Test]
    public void Canary_getsItsShareBesideATwinAndTheRestFollows()
    {
        var record = Run("canary: { shares: [10 %, 50 %], hold: 5 min }");

        record.LinesOf("4").Should().EndWith(
            "4 StepCompleted 1 server attests release 2.0 on platform 1 and 1 server attests release 1.0 on platform 1, ready and without traffic");
        record.All<RoutesChanged>().Select(change => string.Join(' ', change.Weights)).Should().Equal("", "1 1 2 2 2 2", "", "");
        var stretch = SamplesOf(record, "canary");
        ShareOf(record, stretch.Where(sample => sample.Due < record.StartOf("7")), "portal-canary-1").Should().BeApproximately(0.1, 0.01);
        ShareOf(record, stretch.Where(sample => sample.Due > record.StartOf("8")), "portal-baseline-1").Should().BeApproximately(0.5, 0.01);
        record.LinesOf("11").Should().Contain(["11 InstanceStopped portal-canary-1.1", "11 InstanceStopped portal-baseline-1.1"]);
        record.All<HealthObserved>().Select(observed => observed.Instance).Distinct().Should().Contain(["portal-canary-1", "portal-baseline-1"]);
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Canary_thatFails_isRevertedByItsGateAndNoOtherServerIsTouched()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(StrategyFixture.Plan($"canary: {{ shares: [10 %, 50 %], hold: 5 min, gate: {{ expect: {StrategyFixture.RightAnswers} }} }}"));

        record.Steps().Should().ContainInOrder("7 completed", "8 completed", "9 skipped GateRefused", "10 skipped GateRefused");
        record.LinesOf("8").Should().Equal(
            "8 StepStarted",
            "8 RoutesChanged portal-1 1.0/1, portal-2 1.0/1, portal-3 1.0/1, portal-4 1.0/1",
            "8 InstanceAttested portal-1.1 release 1.0 on platform 1",
            "8 InstanceAttested portal-2.1 release 1.0 on platform 1",
            "8 InstanceAttested portal-3.1 release 1.0 on platform 1",
            "8 InstanceAttested portal-4.1 release 1.0 on platform 1",
            "8 InstanceStopped portal-canary-1.1",
            "8 InstanceStopped portal-baseline-1.1",
            "8 DetectionRearmed all traffic goes to what served before the upgrade",
            "8 StepCompleted all servers attest release 1.0 on platform 1 as before the upgrade: 4 servers served it still, 2 servers were taken off the stage");
        SamplesOf(record, "canary").Count(sample => !sample.Right).Should().BeGreaterThan(10).And.BeLessThan(25);
        SamplesOf(record, "recovered").Should().NotBeEmpty().And.OnlyContain(sample => sample.Right);
        var verdict = Judge.Assess(record);
        (verdict.Headline, verdict.Sentence).Should().Be(("NOT SAFE",
            $"Not met: 'every gate lets the upgrade go on'; gate [7] refused, and the service is reverted: {Refusal(record)}."));
    }

    [Test]
    public void BlueGreen_keepsTheOldVersionAndStopsItInTheEnd()
    {
        var record = Run("blue-green: { bake: 2 min, keep: 2 min }");

        record.LinesOf("5").Should().EndWith(
            "5 StepCompleted the gateway leads to 4 servers that attest release 2.0 on platform 1; the old instances are kept");
        record.LinesOf("5").Should().NotContain(line => line.Contains("InstanceStopped", StringComparison.Ordinal));
        record.LinesOf("8").Should().Contain("8 InstanceStopped portal-4.1").And.NotContain("8 InstanceStopped portal-4.2");
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Revert_ofASwitch_isOneChangeOfTheGatewayAndStartsNothing()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(StrategyFixture.Plan($"blue-green: {{ bake: 2 min, keep: 2 min, gate: {{ expect: {StrategyFixture.RightAnswers} }} }}"));

        record.LinesOf("8").Should().HaveElementAt(1, "8 RoutesChanged portal-1 1.0/1, portal-2 1.0/1, portal-3 1.0/1, portal-4 1.0/1")
            .And.Contain("8 InstanceStopped portal-1.2")
            .And.NotContain(line => line.Contains("InstanceStarted", StringComparison.Ordinal));
        record.Steps().Should().EndWith(["9 skipped GateRefused", "10 skipped GateRefused", "C1 completed", "C2 completed"]);
    }

    [Test]
    public void Join_addsAServerThatTakesItsTurn()
    {
        var record = Run("join: {}", "watch: { for: 5 min }");

        record.All<RoutesChanged>().Last().Targets.Should().HaveCount(5);
        ShareOf(record, SamplesOf(record, "joined"), "portal-5").Should().BeApproximately(0.2, 0.02);
        record.LinesOf("C1").Should().EndWith(
            "C1 StepCompleted every server attests release 1.0 on platform 1 (portal-1 to portal-4), release 2.0 on platform 1 (portal-5), and 40 of 40 answers were right");
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Revert_ofAJoin_takesTheServerAwayAndItsNameCountsOn()
    {
        var record = Run("join: {}", "watch: { for: 1 min }", "revert: {}", "join: { begins: joined-again }", "watch: { for: 1 min }");

        record.LinesOf("7").Should().Contain("7 InstanceStopped portal-5.1");
        record.LinesOf("8").Should().Contain("8 InstanceStarted portal-5.2");
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Revert_ofWhatNothingServesAnyMore_startsItBesideAndLosesNothing()
    {
        var record = Run("upgrade: {}", "watch: { for: 1 min }", "revert: { batch: 3 }");

        record.LinesOf("7").Where(line => line.Contains("RoutesChanged", StringComparison.Ordinal)).Should().Equal(
            "7 RoutesChanged portal-1 1.0/1, portal-2 1.0/1, portal-3 1.0/1",
            "7 RoutesChanged portal-1 1.0/1, portal-2 1.0/1, portal-3 1.0/1, portal-4 1.0/1");
        record.LinesOf("7").Should().ContainInOrder("7 InstanceAttested portal-1.3 release 1.0 on platform 1", "7 InstanceStopped portal-1.2");
        record.Samples.Should().OnlyContain(sample => sample.Right);
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Revert_ofWhatIsOnlyStaged_stopsItAndPlacesTheOldVersion()
    {
        var record = Run("stage: {}", "revert: {}");

        record.LinesOf("5").Should().Contain(["5 InstanceStopped portal-1.2", "5 VersionPlaced portal-1 release 1.0 on platform 1"])
            .And.NotContain(line => line.Contains("RoutesChanged", StringComparison.Ordinal), "nothing else was ever led to");
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Revert_findsAServerThatDied_andStartsItAgain()
    {
        using var stage = new FakeStage();
        stage.AtOnceWhen<StepCompleted>(completed => completed.Step == "4", () => stage.Engine.Instances.First(instance => instance.Name == "portal-3").Die(137));

        var record = stage.Run(StrategyFixture.Plan("stage: {}", "revert: {}"));

        record.LinesOf("5").Should().ContainInOrder(
            "5 RoutesChanged portal-1 1.0/1, portal-2 1.0/1, portal-4 1.0/1",
            "5 InstanceStarted portal-3.3",
            "5 RoutesChanged portal-1 1.0/1, portal-2 1.0/1, portal-4 1.0/1, portal-3 1.0/1");
        record.Steps().Should().Contain("C1 completed");
    }

    [Test]
    public void Page_inTheMiddleOfARollingUpgrade_leadsIntoTheRunbookWhichReverts()
    {
        using var stage = new FakeStage();
        stage.Traffic.Status = (server, _) => server.Release == "2.0" ? 500 : 200;

        var record = stage.Run(StrategyFixture.Plan(["rolling: { pause: 5 min }"], ["acknowledge: { after: 1 min }", "revert: {}"]));

        record.Steps().Should().ContainInOrder("4 completed", "5 completed", "6 skipped RunbookTookOver", "R1 completed", "R2 completed", "C1 completed");
        record.Completion("5").Receipt.Should().Be("a page ended the watch");
        record.LinesOf("R2").Should().HaveElementAt(1, "R2 RoutesChanged portal-2 1.0/1, portal-3 1.0/1, portal-4 1.0/1")
            .And.Contain("R2 InstanceStarted portal-1.3");
        SamplesOf(record, "recovered").Should().NotBeEmpty().And.OnlyContain(sample => sample.Right);
    }

    [Test]
    public void EveryPrefix_isRevertedAndEndsWhereItBegan()
    {
        var record = Run("every-prefix: { of: { rolling: {} }, settle: 1 min, kill: true }");

        record.Steps().Should().OnlyContain(step => step.EndsWith("completed", StringComparison.Ordinal));
        record.Start.Plan.Steps.OfType<RevertStepPlan>().Should().HaveCount(9, "none to all four, and a kill in the middle of each of four");
        record.All<InstanceStopped>().Where(stopped => stopped.Killed).Select(stopped => stopped.Instance).Should().Equal("portal-1", "portal-2", "portal-3", "portal-4");
        record.Samples.Should().OnlyContain(sample => sample.Right);
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void EveryPrefix_withSurge_killsTheNewOneBesideTheOldOne()
    {
        var record = Run("every-prefix: { of: { rolling: { batch: 4, surge: true } }, kill: true }");

        record.All<InstanceStopped>().Where(stopped => stopped.Killed).Should().HaveCount(4);
        record.Samples.Should().OnlyContain(sample => sample.Right);
        Judge.Assess(record).Headline.Should().Be("SAFE");
    }

    [Test]
    public void Canary_beginsWithItsFirstAnswerAlsoWhenTheGatewayConfirmsLater()
    {
        var record = Run("canary: { shares: 10 %, hold: 5 min }");
        var first = SamplesOf(record, "canary").First();
        var late = record with
        {
            Events =
            [
                .. record.Events.Select(happened => happened is RoutesChanged { Step: "5" }
                    ? happened with { At = happened.At + TimeSpan.FromSeconds(1) }
                    : happened),
            ],
        };

        var begun = SamplesOf(late, "canary").First();

        var server = RunAnalysis.Of(late).Stamps.ServerOf(begun)!.Instance;
        server.Should().BeOneOf("portal-canary-1", "portal-baseline-1");
        (begun.Due - first.Due).Should().BeLessThan(TimeSpan.FromSeconds(0.5));
    }

    [Test]
    public void Verdict_doubtsAStrategyWhoseEffectIsNotSeen()
    {
        var record = Run("canary: { shares: 10 %, hold: 5 min }");

        Sentence(record.Events.Where(happened => happened is not InstanceStarted { Instance: "portal-baseline-1" })).Should().Contain("step [4] did not start 'portal-baseline-1'");
        Sentence(record.Events.Where(happened => happened is not InstanceStopped { Instance: "portal-canary-1" })).Should().Contain("step [9] did not stop 'portal-canary-1'");
        Sentence(record.Events.Where(happened => happened is not StampSeen { Server.Instance: "portal-canary-1" }))
            .Should().Contain("after step [5] no answer came from release 2.0 on platform 1 on portal-canary-1");

        string Sentence(IEnumerable<JournalEvent> events) =>
            string.Join(' ', Judge.Assess(record with { Events = [.. events] }).Requirements.Select(requirement => requirement.Evidence));
    }

    private static RunRecord Run(params string[] steps)
    {
        using var stage = new FakeStage();
        return stage.Run(StrategyFixture.Plan(steps));
    }

    private static string Refusal(RunRecord record)
    {
        var figure = record.Only<GateDecided>().Figures.Single();
        figure.Got.Should().MatchRegex("^[0-9]+ of [0-9]+ \\(.*; all answers: ");
        return $"G1 'Right answers' wanted {figure.Wanted}, got {figure.Got}";
    }

    private static List<Sample> SamplesOf(RunRecord record, string phase)
    {
        var analysis = RunAnalysis.Of(record);
        return [.. analysis.SamplesByDue.Where(sample => analysis.Timeline.Find(phase)!.Contains(sample.Due))];
    }

    private static double ShareOf(RunRecord record, IEnumerable<Sample> samples, string instance)
    {
        var stamps = RunAnalysis.Of(record).Stamps;
        var all = samples.ToList();
        return (double)all.Count(sample => stamps.ServerOf(sample)?.Instance == instance) / all.Count;
    }
}
