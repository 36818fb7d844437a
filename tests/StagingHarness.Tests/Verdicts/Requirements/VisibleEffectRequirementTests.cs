using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

public sealed class VisibleEffectRequirementTests
{
    [Test]
    public void Change_that_servers_routes_and_answers_show_is_met() =>
        Check(RequirementOf.Incident()).Should().Be((Standing.Met, "4 steps changed versions, and servers, routes and answers show it"));

    [Test]
    public void Server_that_attests_another_version_is_inconclusive() =>
        Check(RequirementOf.Incident().Change<InstanceAttested>(attested =>
                attested is { Instance: "portal-3", Step: "4" } ? attested with { Version = IncidentPlans.Old } : attested))
            .Should().Be((Standing.Inconclusive, "in step [4] 'portal-3' attested release 1.0 on platform 1, not release 2.0 on platform 1"));

    [Test]
    public void Server_that_attests_nothing_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is InstanceAttested { Instance: "portal-3", Step: "R4" }))
            .Should().Be((Standing.Inconclusive, "in step [R4] 'portal-3' attested nothing, not release 1.0 on platform 1"));

    [Test]
    public void Server_that_was_not_started_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is InstanceStarted { Instance: "portal-1", Step: "R4" }))
            .Should().Be((Standing.Inconclusive, "step [R4] did not start 'portal-1'"));

    [Test]
    public void Server_that_nothing_was_placed_on_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is VersionPlaced { Instance: "portal-1", Step: "R3" }))
            .Should().Be((Standing.Inconclusive, "step [R3] placed nothing on 'portal-1', not release 1.0 on platform 1"));

    [Test]
    public void Files_that_are_not_what_was_built_are_inconclusive() =>
        Check(RequirementOf.Incident()
                .With(new ArtifactPrepared { Artifact = "portal/release/1.0", Digest = "sha256:built", FromCache = false, Took = TimeSpan.Zero })
                .Change<VersionPlaced>(placed => placed is { Instance: "portal-1", Step: "R3" }
                    ? placed with { Digests = placed.Digests.Add("portal/release/1.0", "sha256:other") }
                    : placed))
            .Should().Be((Standing.Inconclusive, "what step [R3] placed on 'portal-1' as 'portal/release/1.0' is not what was built"));

    [TestCase("sha256:strict", Standing.Met)]
    [TestCase("sha256:lax", Standing.Inconclusive)]
    public void Configuration_that_sets_what_another_one_sets_changes_nothing(string settings, Standing expected)
    {
        var calm = RequirementOf.Calm();
        var step = calm.Plan.Steps.OfType<StageVersionStepPlan>().Single();
        var record = calm
            .WithPlan(plan => plan with { Steps = [.. plan.Steps.Select(each => each == step ? step with { Version = step.Version with { Configuration = "strict" } } : each)] })
            .Change<InstanceAttested>(attested => attested.Step == step.Number ? attested with { Version = attested.Version with { Configuration = "strict" } } : attested)
            .Change<VersionPlaced>(placed => placed.Step == step.Number
                ? placed with { Version = placed.Version with { Configuration = "strict" }, Settings = settings }
                : placed);
        var before = record.Events.OfType<VersionPlaced>().First(placed => placed.Step == step.Number);

        var result = Check(record.With(before with { Step = "1", Version = before.Version with { Configuration = "lax" }, Settings = "sha256:lax" }));

        result.Evidence.Contains("which sets what 'lax' sets: nothing changed", StringComparison.Ordinal).Should().Be(expected == Standing.Inconclusive);
    }

    [Test]
    public void Routes_that_leave_a_server_out_are_inconclusive() =>
        Check(RequirementOf.Incident().Change<RoutesChanged>(routes =>
                routes.Step == "5" ? routes with { Targets = routes.Targets.RemoveAt(2) } : routes))
            .Should().Be((Standing.Inconclusive, "step [5] did not lead the traffic to release 2.0 on platform 1 on every server"));

    [Test]
    public void Activation_without_routes_is_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is RoutesChanged { Step: "5" })).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Answers_of_another_version_are_inconclusive()
    {
        var stale = RequirementOf.Incident().Answering((due, _) => due is >= 10_000 and < 10_100 ? SampleAnswer.App(200, 1) : null);

        Check(stale).Should().Be((Standing.Inconclusive,
            "after step [5] 10 of 603 (1.66 %) answers of the app did not come from release 2.0 on platform 1"));
    }

    [Test]
    public void Answers_without_a_known_stamp_are_inconclusive() =>
        Check(RequirementOf.Incident().Without(happened => happened is StampSeen)).Standing.Should().Be(Standing.Inconclusive);

    [Test]
    public void Activation_after_which_the_app_never_answers_is_inconclusive()
    {
        var silent = RequirementOf.Incident()
            .Answering((due, _) => due is >= 9_050 and < 17_100 ? SampleAnswer.Nobody(Failure.ConnectFailed) : null);

        Check(silent).Should().Be((Standing.Inconclusive, "after step [5] no answer came from the app"));
    }

    [Test]
    public void Run_that_changed_nothing_is_inconclusive()
    {
        var idle = RequirementOf.Incident().WithPlan(plan => plan with
        {
            Steps = [.. plan.Steps.Where(step => step is not VersionStepPlan)],
            Runbook = [],
        });

        Check(idle).Should().Be((Standing.Inconclusive, "no step changed anything"));
    }

    [Test]
    public void Run_that_only_broke_something_needs_no_new_version()
    {
        var broken = RequirementOf.Calm().WithPlan(plan => plan with
        {
            Steps =
            [
                .. plan.Steps.Where(step => step is not VersionStepPlan and not WatchStepPlan),
                FaultPlans.Fault(FaultPlans.Pause("portal-1"), 15) with { Number = "6" },
            ],
        });

        Check(broken).Should().Be((Standing.Met, "no step changed a version; 1 step broke something, changed the provider or ran a job or a hook"));
    }

    [Test]
    public void Provider_that_does_not_say_what_it_does_is_inconclusive()
    {
        var silent = RequirementOf.Calm().WithPlan(plan => plan with
        {
            Steps = [.. plan.Steps.Select(step => step.Number == "6" ? FaultPlans.Provider(TimeSpan.FromMinutes(1)) with { Number = "6" } : step)],
        });

        Check(silent).Should().Be((Standing.Inconclusive, "step [6] has a receipt, and the provider did not say what it does"));
    }

    [Test]
    public void Wait_of_which_nothing_says_that_it_holds_is_inconclusive()
    {
        var asked = new CheckAsked { Step = "6", Check = "/ready answers", Asked = 1, IsMet = true, LastAnswer = "it does" };
        var waited = WithStep6(CheckPlans.Wait(CheckPlans.Http()));

        Check(waited.With(asked)).Standing.Should().Be(Standing.Met);
        Check(waited.With(asked with { IsMet = false })).Should().Be((Standing.Inconclusive, "step [6] has a receipt, and nothing says that what it asked for holds"));
        Check(waited).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Hook_of_which_nothing_says_that_it_ran_is_inconclusive()
    {
        var hooked = WithStep6(CheckPlans.Hook("fill-cache"));

        Check(hooked.With(new HookRan { Step = "6", Hook = "fill-cache", Took = TimeSpan.Zero })).Standing.Should().Be(Standing.Met);
        Check(hooked).Should().Be((Standing.Inconclusive, "step [6] has a receipt, and nothing says that its hook ran"));
    }

    private static RunRecord WithStep6(StepPlan step) => RequirementOf.Calm().WithPlan(plan => plan with
    {
        Steps = [.. plan.Steps.Select(each => each.Number == "6" ? step with { Number = "6" } : each)],
    });

    private static (Standing Standing, string Evidence) Check(RunRecord record)
    {
        var result = RequirementOf.Check<VisibleEffectRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
