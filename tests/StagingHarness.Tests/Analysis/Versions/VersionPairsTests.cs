using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Versions;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Versions;

public sealed class VersionPairsTests
{
    [Test]
    public void Callee_that_changes_meets_both_versions_of_its_caller()
    {
        // The portal's new servers are ready at 4.5 s, its old ones stop at 9.2 s; the database changes at 20 s.
        var record = WithDatabase()
            .With(Database("15", 1, 900))
            .With(new InstanceStopped { At = TimeSpan.FromSeconds(20), Step = "6", Instance = "db-1", Generation = 1, ExitCode = 0, Killed = false })
            .With(Database("16", 2, 21_000));

        VersionPairs.Of(RunAnalysis.Of(record)).Should().Equal(
            Pair(IncidentPlans.Old, DatabasePlans.Old, 7.2, 705),
            Pair(IncidentPlans.Compatible, DatabasePlans.Old, 15.5, 1095),
            Pair(IncidentPlans.Compatible, DatabasePlans.New, 4.6, 450));
    }

    [Test]
    public void Version_runs_from_its_first_instance_to_its_last()
    {
        // Old servers stop one after the other: the last one at 15 s, and the first to have started is not the last to stop.
        var record = WithDatabase()
            .With(Database("15", 1, 900))
            .Change<InstanceStopped>(stopped => stopped with { At = TimeSpan.FromSeconds(stopped.Instance == "portal-2" ? 15 : 10) });

        VersionPairs.Of(RunAnalysis.Of(record))[0].Should().Be(Pair(IncidentPlans.Old, DatabasePlans.Old, 13, 705));
    }

    [Test]
    public void Instance_that_died_meets_nobody_from_then_on()
    {
        var record = WithDatabase()
            .With(Database("15", 1, 900))
            .With(new InstanceDied { At = TimeSpan.FromSeconds(6), Instance = "db-1", Generation = 1, ExitCode = 1, LastOutput = [] });

        VersionPairs.Of(RunAnalysis.Of(record)).Should().Equal(
            Pair(IncidentPlans.Old, DatabasePlans.Old, 4, 400), Pair(IncidentPlans.Compatible, DatabasePlans.Old, 1.5, 0));
    }

    [Test]
    public void System_whose_services_need_no_other_has_no_pairs() =>
        VersionPairs.Of(RunAnalysis.Of(RollingRun.Record())).Should().BeEmpty();

    private static RunRecord WithDatabase() => CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible)).WithPlan(plan => plan with
    {
        System = plan.System with
        {
            Services = [DatabasePlans.Service(), plan.System.Services[0] with { Needs = ["db"] }],
        },
    });

    private static InstanceStarted Database(string release, int generation, int at) => new()
    {
        At = TimeSpan.FromMilliseconds(at),
        Step = "1",
        Instance = "db-1",
        Service = "db",
        Version = new ServerVersion(release, ServerVersion.NoPlatform),
        Generation = generation,
        Identity = "77",
        Address = "http://127.0.0.1:5432",
        ReadyAfter = TimeSpan.FromSeconds(1),
        Log = "logs/db-1.1.log",
    };

    private static VersionPair Pair(ServerVersion portal, ServerVersion database, double seconds, long requests) =>
        new("portal", portal, "db", database, TimeSpan.FromSeconds(seconds), requests);
}
