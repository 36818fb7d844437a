using NUnit.Framework;
using StagingHarness.NUnit;
using StagingHarness.Scenarios.Building;

namespace StagingHarness.ScenarioTests;

[TestFixture]
public sealed class ScenariosInCode
{
    private static Scenario Upgrade => Scenario.Named("portal-upgrade-in-code")
        .Title("The portal is upgraded two servers at a time")
        .Protects()
        .System("scenarios/systems/client-portal/client-portal.system.yaml")
        .Stage("portal", instances: 4, release: "1.0", platform: "1")
        .Upgrade("portal", release: "2.0", platform: "2")
        .Under(Traffic.To("portal", perSecond: 100, ["GET /api/account", "GET /api/orders"]).WithCredentials(["api-key", "access-token"]))
        .Steps(
            Step.Rolling(batch: 2, pause: 1.IncidentMinutes()).Behind(Gate.Asks(
                Expectation.Named("Right after each batch").Answers(right: true).Share("100 %").Samples(75))),
            Step.Watch(3.IncidentMinutes()))
        .Expect(
            Expectation.Named("Every request is answered rightly").During(["upgrade", "upgraded"]).Answers(right: true).Share("100 %"),
            Expectation.Named("Only release 2.0 answers").During("upgraded").Served(release: "2.0").Always().OnEachInstance());

    [Test]
    public Task Upgrade_is_safe() => ScenarioCase.InCode(Upgrade).RehearseAsync();

    [Test]
    public Task Upgrade_of_all_servers_at_once_is_safe() => ScenarioCase.InCode(
        Upgrade.Set("scenario", "portal-at-once-in-code").Without("steps").Steps(Step.Upgrade(), Step.Watch(3.IncidentMinutes()))).RehearseAsync();
}
