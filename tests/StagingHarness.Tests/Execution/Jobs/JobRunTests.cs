using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Jobs;

public sealed class JobRunTests
{
    private const string Instance = "job.migrate";

    [Test]
    public void Job_that_ends_with_exit_code_0_is_a_receipt_with_its_last_lines()
    {
        using var stage = new FakeStage();
        Ends(stage, 0, "SET", "ALTER TABLE");

        var record = stage.Run(JobPlans.Build(JobPlans.Step()));

        record.LinesOf("4").Should().Equal(
            "4 StepStarted",
            "4 JobStarted migrate.1",
            "4 JobEnded migrate.1 0",
            "4 StepCompleted job 'migrate' ended with exit code 0 after 0.0 s. It wrote last: SET | ALTER TABLE");
        record.All<JobStarted>().Single().Digests.Should().ContainKey("db/release/15");
        record.All<JobEnded>().Single().LastOutput.Should().Equal("SET", "ALTER TABLE");
        record.All<InstanceDied>().Should().BeEmpty("a job that ends has not died");
    }

    [Test]
    public void Job_is_told_where_services_are_and_nothing_of_it_is_awaited_but_its_end()
    {
        using var stage = new FakeStage();
        Ends(stage, 0);

        stage.Run(JobPlans.Build(JobPlans.Step()));

        var order = stage.Engine.Latest(Instance).Order;
        var database = stage.Engine.Latest("db-1").StageAddressOf("http");
        order.Environment.Should().Contain("PGHOST", database.Host).And.Contain("PGPORT", "5432");
        order.Environment["PGPASSWORD"].Should().NotContain("{").And.NotBeEmpty();
        order.Command.Should().Equal("psql", "--file", "{files.sql}");
        order.LocalCommand.Should().Equal(order.Command, "on this machine it is the same program");
        order.Arguments.Should().Equal("--quiet");
        order.Listeners.Should().BeEmpty();
        order.Readiness.Should().BeOfType<ReadinessCheck.Launched>();
        order.Container.Should().BeEquivalentTo(JobPlans.Migrate().Container);
    }

    [Test]
    public void Job_that_runs_twice_is_counted()
    {
        using var stage = new FakeStage();
        Ends(stage, 0);

        var record = stage.Run(JobPlans.Build(JobPlans.Step(), JobPlans.Step()));

        record.All<JobEnded>().Select(ended => ended.Generation).Should().Equal(1, 2);
    }

    [Test]
    public void Job_with_another_exit_code_fails_and_leaves_out_what_follows()
    {
        using var stage = new FakeStage();
        Ends(stage, 3, "ERROR:  column \"quantity\" does not exist.");

        var record = stage.Run(JobPlans.Build(JobPlans.Step(), FaultPlans.Watch(1)));

        record.LinesOf("4").Should().EndWith(
            "4 StepFailed Job: Job 'migrate' ended with exit code 3. It wrote last: ERROR:  column \"quantity\" does not exist.");
        record.LinesOf("5").Should().Equal("5 StepSkipped EarlierFailure");
        record.All<RunEnded>().Single().Ending.Should().Be(RunEnding.Completed, "the environment is not to blame");
    }

    [Test]
    public void Job_that_does_not_end_in_time_is_killed()
    {
        using var stage = new FakeStage();

        var record = stage.Run(JobPlans.Build(JobPlans.Step()));

        record.LinesOf("4").Should().EndWith(
            "4 StepFailed Job: Job 'migrate' had not ended after 5 s, and was killed. It wrote nothing.");
        record.All<JobEnded>().Single().Killed.Should().BeTrue();
        stage.Engine.Latest(Instance).HasEnded.Should().BeTrue();
    }

    [Test]
    public void Job_that_the_engine_lost_says_nothing_about_the_upgrade()
    {
        using var stage = new FakeStage();
        Ends(stage, exitCode: null);

        var record = stage.Run(JobPlans.Build(JobPlans.Step()));

        record.LinesOf("4").Should().ContainMatch("4 StepFailed Environment: Job 'migrate' is gone, and the engine does not know its exit code.*");
    }

    [Test]
    public void Job_that_an_interruption_meets_is_ended()
    {
        using var stage = new FakeStage();
        stage.WhenStepRuns("4", stage.Interrupt, TimeSpan.FromSeconds(1));

        var record = stage.Run(JobPlans.Build(JobPlans.Step()));

        record.All<RunEnded>().Single().Ending.Should().Be(RunEnding.Aborted);
        stage.Engine.Latest(Instance).HasEnded.Should().BeTrue();
    }

    [Test]
    public void Artifact_of_a_job_is_prepared_although_no_server_runs_it()
    {
        using var stage = new FakeStage();
        Ends(stage, 0);
        var plan = JobPlans.Build(JobPlans.Step());
        var own = DatabasePlans.Service().Releases["16"];

        var record = stage.Run(plan with { System = plan.System with { Jobs = [JobPlans.Migrate() with { Artifact = own }] } });

        record.All<ArtifactPrepared>().Select(prepared => prepared.Artifact).Should().Contain("db/release/16");
    }

    private static void Ends(FakeStage stage, int? exitCode, params string[] output) => stage.Engine.OnStarted = instance =>
    {
        if (instance.Name == Instance)
        {
            instance.Die(exitCode, output);
        }
    };
}
