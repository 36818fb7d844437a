using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Stages;

public sealed class CommandAttestationTests
{
    private static readonly CommandAttestationPlan Plan = new() { Command = ["postgres", "--version"], Pattern = @"\(PostgreSQL\) (\d+)\." };

    [Test]
    public void Version_isTheFirstGroupOfThePatternInTheOutput()
    {
        var record = Run(Plan, new CommandResult(0, "warning: old\npostgres (PostgreSQL) 15.8 (Debian)\n", ""));

        record.Steps().Should().StartWith("1 completed");
        record.All<InstanceAttested>().First(attested => attested.Instance == "db-1").Version.Should().Be(DatabasePlans.Old);
    }

    [Test]
    public void Version_withoutAPattern_isTheOutputTrimmed() =>
        Run(Plan with { Pattern = null }, new CommandResult(0, " 15\n", "")).Steps().Should().StartWith("1 completed");

    [Test]
    public void OtherVersion_isNotTheOneWanted() =>
        Run(Plan with { Pattern = null }, new CommandResult(0, "16", "")).LinesOf("1").Should().EndWith(
            "1 StepFailed NoEffect: Instance 'db-1' attests release 16, and release 15 was wanted.");

    [Test]
    public void Output_withoutAName_isQuoted()
    {
        Failure(Plan, new CommandResult(0, "usage: postgres\n", "")).Should().Be(
            "Instance 'db-1' attests no version: command 'postgres --version' wrote 'usage: postgres', in which '\\(PostgreSQL\\) (\\d+)\\.' finds none. "
            + "Correct 'attest' in the system file.");
        Failure(Plan with { Pattern = null }, new CommandResult(0, " \n", "")).Should().Be(
            "Instance 'db-1' attests no version: command 'postgres --version' wrote nothing. Correct 'attest' in the system file.");
        Failure(Plan, new CommandResult(0, new string('x', 300), "")).Should().Contain($"wrote '{new string('x', 200)}…',");
    }

    [Test]
    public void Pattern_thatNeverEnds_findsNothing() =>
        Failure(Plan with { Pattern = "(a+)+$" }, new CommandResult(0, new string('a', 64) + "b", "")).Should().EndWith(
            "in which '(a+)+$' finds none. Correct 'attest' in the system file.");

    [Test]
    public void Command_thatFails_isToldWithWhatItWrote()
    {
        Failure(Plan, new CommandResult(127, "", "no such file\n")).Should().Be(
            "Instance 'db-1' attests nothing: command 'postgres --version' ended with exit code 127 and wrote 'no such file'. "
            + "Correct 'attest' in the system file.");
        Failure(Plan, new CommandResult(1, "half", " ")).Should().Contain("wrote 'half'.");
    }

    [Test]
    public void Command_thatDoesNotEnd_isGivenUp()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.ExecutionTakes = TimeSpan.FromSeconds(30);

        stage.Run(PlanWith(Plan)).LinesOf("1").Should().EndWith(
            "1 StepFailed NoEffect: Instance 'db-1' attests nothing: command 'postgres --version' did not end within 10 s. "
            + "Correct 'attest' in the system file.");
    }

    [Test]
    public void Command_thatFailsBecauseTheInstanceHasEnded_tellsOfItsEnd()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.Executes = _ =>
        {
            instance.Die(1, "no space left");
            return new CommandResult(126, "", "not running");
        };

        stage.Run(PlanWith(Plan)).Only<StepFailed>().Reason.Should().StartWith("Instance 'db-1' ended with exit code 1 after it was ready")
            .And.Contain("no space left");
    }

    private static string Failure(CommandAttestationPlan plan, CommandResult result) => Run(plan, result).Only<StepFailed>().Reason;

    private static RunRecord Run(CommandAttestationPlan plan, CommandResult result)
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.Executes =
            command => command.SequenceEqual(plan.Command) ? result : new CommandResult(99, "", "another command");
        return stage.Run(PlanWith(plan));
    }

    private static ScenarioPlan PlanWith(CommandAttestationPlan plan) =>
        new PlanBuilder().WithService(DatabasePlans.Service() with { Attestation = plan }, 1, DatabasePlans.Old).Build();
}
