using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Checks;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Checks;

/// <summary>Steps that ask the stage for something: once, or until it holds.</summary>
public sealed class CheckStepTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(450);

    [Test]
    public void Wait_ends_when_every_server_answers_as_it_should()
    {
        using var stage = new FakeStage();
        var status = 503;
        stage.Probe.Answer = (instance, _) => new ProbeAnswer(instance.Name == "portal-2" ? status : 200, "", null, TimeSpan.Zero);
        stage.WhenStepRuns("4", () => status = 200, Soon);

        var record = stage.Run(FaultPlans.Build(CheckPlans.Wait(CheckPlans.Http())));

        var asked = record.All<CheckAsked>().Single();
        asked.IsMet.Should().BeTrue();
        asked.Asked.Should().BeInRange(5, 6, "it looks every 100 ms");
        record.LinesOf("4").Should().EndWith(
            $"4 StepCompleted 'portal-1' answers '/ready' with 200; 'portal-2' answers '/ready' with 200, asked {asked.Asked} times");
    }

    [Test]
    public void Wait_that_is_over_fails_with_the_last_answer()
    {
        using var stage = new FakeStage();
        stage.Probe.Answer = (instance, _) => new ProbeAnswer(instance.Name == "portal-2" ? 503 : 200, "", null, TimeSpan.Zero);

        var record = stage.Run(FaultPlans.Build(CheckPlans.Wait(CheckPlans.Http(), 2), FaultPlans.Watch(1)));

        var failed = record.All<StepFailed>().Single();
        failed.Kind.Should().Be(StepFailureKind.CheckNotMet);
        failed.Reason.Should().MatchRegex(
            "^It was waited 2 s until /ready answers, and that did not come\\. It was asked \\d+ times; the last answer was: 'portal-2' answers '/ready' with 503\\.$");
        record.All<CheckAsked>().Single().IsMet.Should().BeFalse();
        record.All<StepSkipped>().Should().Contain(skipped => skipped.Step == "5");
    }

    [Test]
    public void Question_that_hangs_ends_with_the_wait()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("4", () => _ = stage.Engine.Instances.Single(instance => instance.Name == "portal-1").PauseAsync(default));

        var record = stage.Run(FaultPlans.Build(FaultPlans.Watch(1), CheckPlans.Wait(CheckPlans.Http("portal-1"), 1)));

        var failed = record.All<StepFailed>().Single();
        failed.Reason.Should().EndWith("It was asked once; the last answer was: 'portal-1' does not answer '/ready' (no answer).");
        (failed.At - record.All<StepStarted>().Single(started => started.Step == "5").At).Should().BeLessThan(TimeSpan.FromSeconds(1.1));
    }

    [TestCase(200, "ready: yes", "4 StepCompleted 'portal-1' answers '/ready' with 200 and 'ready: \\w+'")]
    [TestCase(204, "ready: yes", "4 StepCompleted 'portal-1' answers '/ready' with 204 and 'ready: \\w+'")]
    [TestCase(500, "ready: yes", "4 StepFailed CheckNotMet: It was asked whether /ready answers, and that does not hold: 'portal-1' answers '/ready' with 500.")]
    [TestCase(
        200,
        "warming up",
        "4 StepFailed CheckNotMet: It was asked whether /ready answers, and that does not hold: 'portal-1' answers '/ready' with 200, and 'ready: \\w+' is not in its body: 'warming up'.")]
    public void Probe_asks_once(int status, string body, string told)
    {
        using var stage = new FakeStage();
        stage.Probe.Answer = (_, _) => new ProbeAnswer(status, body, null, TimeSpan.Zero);

        var record = stage.Run(FaultPlans.Build(CheckPlans.Probe(CheckPlans.Http("portal-1", [200, 204], "ready: \\w+"))));

        record.LinesOf("4").Should().EndWith(told);
        record.All<CheckAsked>().Single().Asked.Should().Be(1);
    }

    [Test]
    public void Probe_of_an_instance_that_has_left_asks_nobody()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(CheckPlans.Probe(CheckPlans.Http("portal-9"))));

        record.LinesOf("4").Should().EndWith("4 StepFailed NoEffect: Server 'portal-9' does not stand on the stage.");
    }

    [Test]
    public void Lines_from_before_the_step_do_not_end_a_wait()
    {
        using var stage = new FakeStage();
        void Write(string line) => stage.Engine.Instances.Single(instance => instance.Name == "portal-1").Lines.Add(line);
        stage.WhenStepRuns("2", () => Write("cache is warm"));
        stage.WhenStepRuns("4", () => Write("cache is warm again"), Soon);

        var record = stage.Run(FaultPlans.Build(CheckPlans.Wait(CheckPlans.Log("cache is warm")), CheckPlans.Probe(CheckPlans.Log("warm", 2, CheckSince.Run))));

        record.LinesOf("4").Should().ContainMatch("4 StepCompleted 1 of 1 line matches 'cache is warm', the last one: 'cache is warm again', asked * times");
        record.LinesOf("5").Should().EndWith("5 StepCompleted 2 of 2 lines match 'warm', the last one: 'cache is warm again'");
    }

    [Test]
    public void Lines_that_nobody_writes_fail_the_wait()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(CheckPlans.Wait(CheckPlans.Log("warm"), 1)));

        record.LinesOf("4").Should().ContainMatch("4 StepFailed CheckNotMet: *the last answer was: 0 of 0 lines match 'warm'.");
    }

    [Test]
    public void Calls_of_the_provider_count_from_the_step()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("4", () => stage.Provider.Reading = stage.Provider.Reading with { Calls = stage.Provider.Reading.Calls.SetItem("token", 3) }, Soon);

        var record = stage.Run(FaultPlans.Build(
            CheckPlans.Wait(CheckPlans.Provider("token", 2)),
            CheckPlans.Probe(CheckPlans.Provider("token", 3, CheckSince.Run)),
            CheckPlans.Probe(CheckPlans.Provider(null, 1, CheckSince.Run))));

        record.LinesOf("4").Should().ContainMatch("4 StepCompleted the provider got 2 calls of 'token', asked * times");
        record.LinesOf("5").Should().EndWith("5 StepCompleted the provider got 3 calls of 'token'");
        record.LinesOf("6").Should().ContainMatch("6 StepFailed CheckNotMet: *the provider got 0 calls that no endpoint knows.");
    }

    [TestCase(0, "accepting", "", "4 StepCompleted 'is-ready' on 'portal-1' ended with exit code 0 and wrote 'accepting'")]
    [TestCase(0, "rejecting", "", "4 StepFailed CheckNotMet: *'is-ready' on 'portal-1' ended with exit code 0 and wrote 'rejecting'.")]
    [TestCase(2, "", "no such file", "4 StepFailed CheckNotMet: *'is-ready' on 'portal-1' ended with exit code 2 and wrote 'no such file'.")]
    public void Command_holds_by_exit_code_and_output(int exitCode, string output, string error, string told)
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("2", () => stage.Engine.Instances.Single(instance => instance.Name == "portal-1").Executes =
            _ => new CommandResult(exitCode, output, error));

        var record = stage.Run(FaultPlans.Build(CheckPlans.Probe(CheckPlans.Command("portal-1", output: "^accepting"))));

        record.LinesOf("4").Should().ContainMatch(told);
    }

    [Test]
    public void Nothing_is_asked_of_a_server_that_has_died()
    {
        using var stage = new FakeStage();
        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(FaultPlans.Kill("portal-1")), CheckPlans.Probe(CheckPlans.Command("portal-1"))));

        record.LinesOf("5").Should().ContainMatch("5 StepFailed CheckNotMet: *nothing runs on 'portal-1'.");
    }

    [Test]
    public void Command_that_does_not_end_does_not_hold()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("2", () => stage.Engine.Instances.Single(instance => instance.Name == "portal-1").ExecutionTakes = TimeSpan.FromMinutes(1));

        var record = stage.Run(FaultPlans.Build(CheckPlans.Probe(CheckPlans.Command("portal-1"))));

        record.LinesOf("4").Should().ContainMatch("4 StepFailed CheckNotMet: *'is-ready' on 'portal-1' did not end within 5 s.");
    }

    [Test]
    public void Provider_that_cannot_be_read_is_trouble_of_the_environment()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("2", () => stage.Provider.ReadFailure = new StagingHarness.Execution.Ports.Failures.ControlException("Provider", "it is gone"));

        var record = stage.Run(FaultPlans.Build(CheckPlans.Probe(CheckPlans.Provider("token", since: CheckSince.Run))));

        record.All<StepFailed>().First().Kind.Should().Be(StepFailureKind.Environment);
    }
}
