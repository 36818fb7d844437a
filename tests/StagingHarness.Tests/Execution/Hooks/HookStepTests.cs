using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Hooks;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Hooks;

/// <summary>Steps that run code which was handed in.</summary>
public sealed class HookStepTests
{
    [Test]
    public void Hook_finds_the_stage_and_notes_what_it_did()
    {
        using var stage = new FakeStage();
        HookContext? found = null;
        stage.Hooks["fill-cache"] = async (context, cancellationToken) =>
        {
            found = context;
            await Task.Delay(TimeSpan.FromMilliseconds(1500), stage.Loop.Time, cancellationToken);
            context.Note("12 entries filled");
        };

        var record = stage.Run(FaultPlans.Build(CheckPlans.Hook("fill-cache")));

        found!.Step.Should().Be("4");
        found.Clients.Should().Be(stage.Gateway.Address);
        found.Instances.Select(instance => (instance.Name, instance.Service, instance.Release)).Should().Equal(("portal-1", "portal", "1.0"), ("portal-2", "portal", "1.0"));
        record.All<Noted>().Should().ContainSingle(noted => noted.Step == "4" && noted.Text == "hook 'fill-cache': 12 entries filled");
        record.All<HookRan>().Single().Took.Should().Be(TimeSpan.FromMilliseconds(1500));
        record.LinesOf("4").Should().EndWith("4 StepCompleted hook 'fill-cache' ended, with 1 note");
        found.Invoking(late => late.Note("too late")).Should().Throw<InvalidOperationException>().WithMessage("Hook 'fill-cache' has ended, so it can note nothing any more.");
    }

    [Test]
    public void Hook_that_says_so_fails_the_run()
    {
        using var stage = new FakeStage();
        stage.Hooks["look"] = (context, _) =>
        {
            context.Fail("3 orders are missing");
            return Task.CompletedTask;
        };

        stage.Run(FaultPlans.Build(CheckPlans.Hook("look"))).LinesOf("4").Should().EndWith("4 StepFailed CheckNotMet: Hook 'look' failed the run: 3 orders are missing");
    }

    [Test]
    public void Hook_that_throws_proves_nothing()
    {
        using var stage = new FakeStage();
        stage.Hooks["look"] = (_, _) => throw new FormatException("no number");

        var record = stage.Run(FaultPlans.Build(CheckPlans.Hook("look")));

        record.LinesOf("4").Should().EndWith("4 StepFailed NoEffect: Hook 'look' threw FormatException: no number");
        record.All<HookRan>().Should().BeEmpty();
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Hook_that_does_not_end_is_given_up(bool heedsToken)
    {
        using var stage = new FakeStage();
        stage.Hooks["sleep"] = (_, cancellationToken) => Task.Delay(TimeSpan.FromHours(1), stage.Loop.Time, heedsToken ? cancellationToken : CancellationToken.None);

        stage.Run(FaultPlans.Build(CheckPlans.Hook("sleep", 2))).LinesOf("4").Should().EndWith("4 StepFailed NoEffect: Hook 'sleep' did not end within 2 s.");
    }

    [Test]
    public void Hook_that_nobody_handed_in_starts_nothing()
    {
        using var stage = new FakeStage();
        stage.Hooks["other"] = (_, _) => Task.CompletedTask;

        var record = stage.Run(FaultPlans.Build(CheckPlans.Hook("look")));

        record.All<RunEnded>().Single().Ending.Should().Be(RunEnding.EnvironmentFailed);
        record.All<InstanceStarted>().Should().BeEmpty();
    }

    [TestCase("", "Step 4 runs the hook 'look', and there is none of that name. *'RehearsalOptions.Hooks'; the command line has none.")]
    [TestCase("other", "Step 4 runs the hook 'look', and there is none of that name, but 'other'. *")]
    public void Missing_hook_is_told_with_the_way_out(string known, string told)
    {
        var check = () => RunHooks.Check(FaultPlans.Build(CheckPlans.Hook("look")), known.Split(',', StringSplitOptions.RemoveEmptyEntries));

        check.Should().Throw<HookMissingException>().WithMessage(told);
    }
}
