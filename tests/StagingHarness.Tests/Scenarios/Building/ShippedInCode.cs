using StagingHarness.Scenarios.Building;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Tests.Scenarios.Building;

/// <summary>Scenarios that ship, as a developer would write them in code.</summary>
internal static class ShippedInCode
{
    private const string Portal = "scenarios/systems/client-portal/client-portal.system.yaml";
    private const string PortalWithDatabase = "scenarios/systems/client-portal/client-portal-with-database.system.yaml";

    public static Scenario Incident => Scenario.Named("incident-2023-05-13")
        .Title("All servers upgraded at once, without a rehearsal")
        .Reproduces()
        .Tags(["incident", "auth"])
        .Source("Server Outage Incident report, 13 May 2023")
        .System(Portal)
        .Seed(20230513)
        .Clock(starts: "13:53", minute: TimeSpan.FromSeconds(1))
        .Stage("portal", instances: 4, release: "1.0", platform: "1")
        .Upgrade("portal", release: "2.0")
        .Under(Traffic.To("portal", perSecond: 100, ["GET /api/account", "GET /api/orders"]).WithCredentials(["api-key", "access-token"]))
        .Steps(
            Step.Stage().At("13:55"),
            Step.Activate().At("14:00"),
            Step.Watch(15.IncidentMinutes()))
        .OnPage(
            Step.Acknowledge(5.IncidentMinutes()),
            Step.Decide(1.IncidentMinutes()),
            Step.RollBack(takes: 2.IncidentMinutes()),
            Step.Restart(takes: 2.IncidentMinutes()),
            Step.Watch(3.IncidentMinutes()))
        .Expect(
            Expectation.Named("Every business request is answered 500 by the app itself")
                .During("upgraded").Answers(status: 500, by: "app").Share("100 %").Samples(200, perInstance: 25),
            Expectation.Named("Health stays green while every business request fails")
                .During("upgraded").Health(200).Share("100 %").Samples(20, perInstance: 5),
            Expectation.Named("Every failing answer comes from the new release")
                .During("upgraded").Served(release: "2.0", platform: "1").Always().Samples(200, perInstance: 25),
            Expectation.Named("Every upgraded server says which file it misses")
                .During("upgraded").Log(@"FileNotFoundException: .*Microsoft\.IdentityModel").AtLeast("10 times").OnEachInstance(),
            Expectation.Named("No server dies of it").Instances("crashed").AtMost("0 times"))
        .Expect(
            Expectation.Named("Every request is answered rightly until the release is activated")
                .During(["baseline", "staging"]).Answers(right: true).Share("100 %").Samples(200),
            Expectation.Named("No wrong answer comes from the app before the release takes traffic")
                .During(["baseline", "staging", "upgrade"]).Answers(right: false, by: "app").Share("none").Samples(200),
            Expectation.Named("No wrong answer comes from the app after recovery")
                .During("recovered").Answers(right: false, by: "app").Share("none").Samples(100),
            Expectation.Named("Every request is answered rightly after recovery")
                .During("recovered").Answers(right: true).Share("100 %").Samples(100, perInstance: 10))
        .Expect(
            Expectation.Named("The on-call team is paged").During("upgraded").Paged().Within(TimeSpan.FromSeconds(2)),
            Expectation.Named("It goes out long before anybody could call")
                .Set("time", new Block().Set("from", "outage-started").Set("to", "paged").Set("at-most", TimeSpan.FromSeconds(2))),
            Expectation.Named("The incident runs its course").InOrder(
            [
                "upgrade-started",
                "activated",
                "outage-started",
                "paged",
                "acknowledged",
                "rollback-started",
                "rolled-back",
                "restart-started",
                "traffic-restored",
            ]))
        .Set("reported", new Block()
            .Set("source", "Server Outage Incident report, 13 May 2023")
            .Set("timeline", (Value[])
            [
                Moment("13:55", "upgrade-started"),
                Moment("14:00", "outage-started"),
                Moment("14:00", "paged"),
                Moment("14:05", "acknowledged"),
                Moment("14:06", "rollback-started"),
                Moment("14:08", "rolled-back"),
                Moment("14:08", "restart-started"),
                Moment("14:10", "traffic-restored"),
            ])
            .Set("outage", 15.IncidentMinutes())
            .Set("failed-requests", Share.All));

    public static Scenario Rolling => Scenario.Named("rolling")
        .Title("A rolling upgrade stops at its first gate")
        .Reproduces()
        .Tags(["strategy", "auth"])
        .System(Portal)
        .Seed(1)
        .Stage("portal", instances: 4, release: "1.0", platform: "1")
        .Upgrade("portal", release: "2.0")
        .Under(Traffic.To("portal", perSecond: 100, ["GET /api/account", "GET /api/orders"]).WithCredentials(["api-key", "access-token"]))
        .Steps(Step.Rolling(pause: 1.IncidentMinutes()).Behind(Gate.Asks(
            Expectation.Named("Every request is answered rightly").Answers(right: true).Share("100 %").Samples(75))))
        .Expect(
            Expectation.Named("Requests fail while one server of four has the release")
                .During("upgrade").Answers(status: 500, by: "app").Share("at least 2 %").Samples(75),
            Expectation.Named("Three of four requests never meet it")
                .During(["upgrade", "rollback"]).Answers(right: false).Share("at most 26 %").Samples(75),
            Expectation.Named("The gate refuses, and the service is brought back")
                .InOrder(["upgrade-started", "outage-started", "paged", "refused", "rollback-started", "rolled-back"]),
            Expectation.Named("Every request is answered rightly once the traffic is back")
                .During("recovered").Answers(right: true).Share("100 %").Samples(50));

    public static Scenario SlowDatabase => Scenario.Named("slow-database")
        .Title("The database answers 50 ms later, and the portal is slower but right")
        .Protects()
        .Tags(["faults", "database", "containers", "nightly"])
        .System(PortalWithDatabase)
        .Seed(1)
        .Stage("database", instances: 1, release: "15")
        .Stage("portal", instances: 2, release: "1.0", platform: "1")
        .Under(Traffic.To("portal", perSecond: 50, ["GET /api/orders"]).WithCredentials(["api-key", "access-token"]))
        .Steps(Step.Break(Fault.Latency("portal", "database", TimeSpan.FromMilliseconds(50), jitter: TimeSpan.FromMilliseconds(20))
            .Named("slow-database")
            .For(2.IncidentMinutes())))
        .Expect(
            Expectation.Named("Every request is answered rightly although the database is slow")
                .During(["baseline", "slow-database"]).Answers(right: true, by: "app").Share("100 %").Samples(180),
            Expectation.Named("Health stays green").During("slow-database").Health(200).Share("100 %").Samples(8),
            Expectation.Named("Nobody is paged").NobodyPaged().Samples(200));

    public static Scenario OrdersKept => Scenario.Named("orders-kept")
        .Title("Orders are placed while the portal is upgraded and rolled back")
        .Protects(from: "recovered")
        .Tags(["database", "containers", "orders"])
        .System(PortalWithDatabase)
        .Seed(1)
        .Stage("database", instances: 1, release: "15")
        .Stage("portal", instances: 4, release: "1.0", platform: "1")
        .Upgrade("portal", release: "2.0", platform: "2")
        .Under(Traffic.To("portal", perSecond: 100,
            [
                new Block().Set("request", "POST /api/orders").Set("body", """{"reference":"{request.id}","item":"Fender","quantity":2}"""),
                "GET /api/orders",
                "GET /api/account",
            ])
            .WithCredentials(["api-key", "access-token"])
            .Ledger("/api/orders/placed", "/orders/*/reference", "/next"))
        .Steps(
            Step.Stage(), Step.Activate(), Step.Watch(4.IncidentMinutes()), Step.RollBack(), Step.Restart(), Step.Watch(2.IncidentMinutes()))
        .Expect(
            Expectation.Named("No acknowledged order is lost, and none is doubled").Ledger(lost: "0", doubled: "0").Samples(200),
            Expectation.Named("The upgrade loses no request")
                .During(["baseline", "staging", "upgrade", "upgraded"]).Answers(right: true).Share("100 %").Samples(300),
            Expectation.Named("Every request is answered rightly after the rollback")
                .During("recovered").Answers(right: true, by: "app").Share("100 %").Samples(150, perInstance: 25));

    private static Block Moment(string at, string what) => new Block().Set("at", at).Set("what", what);
}
