using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.TestKit.Plans;

/// <summary>Plans of the small stage with a database, on which the job <c>migrate</c> is run.</summary>
public static class JobPlans
{
    private static readonly SourcePlace Place = new("scenarios/small.scenario.yaml", 9, 1);

    /// <summary>What the database's release 15 is made of, told the database's address and a secret; it has five seconds.</summary>
    public static JobPlan Migrate() => new()
    {
        Name = "migrate",
        Artifact = DatabasePlans.Service().Releases["15"],
        Command = ["psql", "--file", "{files.sql}"],
        Arguments = ["--quiet"],
        Environment = ImmutableSortedDictionary<string, string>.Empty
            .Add("PGHOST", "{services.db.host}").Add("PGPORT", "{services.db.port}").Add("PGPASSWORD", "{credentials.api-key}"),
        Files = [new LaunchFilePlan("sql", "files/migrate.sql", "/stage/migrate.sql")],
        Needs = ["db"],
        Container = DatabasePlans.Service().Container,
        Deadline = TimeSpan.FromSeconds(5),
    };

    public static JobStepPlan Step(string? begins = null) => new()
    {
        Number = "",
        Sentence = "Run job 'migrate'",
        Start = new StepStart.AfterPrevious(),
        Takes = default,
        Deadline = TimeSpan.FromSeconds(35),
        Place = Place,
        Job = "migrate",
        Begins = begins,
    };

    /// <summary>The steps are numbered from 4; nobody answers a page, and the old version serves in the end.</summary>
    public static ScenarioPlan Build(params ImmutableArray<StepPlan> steps)
    {
        var plan = FaultPlans.Build(steps);
        var database = DatabasePlans.Service();
        var end = plan.EndState.WithoutPage.Add("db-1", DatabasePlans.Old);
        return plan with
        {
            System = plan.System with { Services = plan.System.Services.Add(database), Jobs = [Migrate()] },
            Stage = plan.Stage.Add(new ServicePlacementPlan { Service = database.Name, Instances = 1, Version = DatabasePlans.Old }),
            EndState = new EndStatePlan { WithoutPage = end, AfterRunbook = end },
        };
    }
}
