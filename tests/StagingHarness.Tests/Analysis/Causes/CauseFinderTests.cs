using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;
using StagingHarness.Analysis.Causes;

namespace StagingHarness.Tests.Analysis.Causes;

public sealed class CauseFinderTests
{
    [Test]
    public void Cause_is_the_most_frequent_exception_of_the_failing_servers()
    {
        var cause = Find(Incident())!;

        cause.Error!.Type.Should().Be("System.IO.FileNotFoundException");
        cause.Count.Should().Be(805);
        cause.Instances.Should().Equal("portal-1", "portal-2", "portal-3", "portal-4");
    }

    [Test]
    public void Library_is_named_with_the_versions_wanted_and_present()
    {
        var library = Find(Incident())!.Library!;

        library.Name.Should().Be("Microsoft.IdentityModel.Tokens");
        library.Wanted.Should().Be("8.23.0.0");
        library.Present.Should().Equal("7.7.3.0");
    }

    [Test]
    public void Library_that_no_failing_server_carries_has_no_version_present()
    {
        var bare = Incident().Change<InstanceAttested>(attested => attested with { Libraries = attested.Libraries.Clear() });

        Find(bare)!.Library!.Present.Should().BeEmpty();
    }

    [Test]
    public void Difference_between_what_worked_and_what_failed_is_the_release()
    {
        var difference = Find(Incident())!.Differences.Should().ContainSingle().Subject;

        difference.What.Should().Be("release");
        difference.Worked.Should().Equal("1.0");
        difference.Failed.Should().Equal("2.0");
    }

    [Test]
    public void Difference_of_libraries_is_told()
    {
        var upgraded = IncidentRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible));

        Find(upgraded)!.Differences.Select(difference => difference.What)
            .Should().Equal("release", "platform", "Microsoft.IdentityModel.Tokens");
    }

    [Test]
    public void Exceptions_of_servers_that_worked_do_not_count()
    {
        var noise = Enumerable.Range(0, 2_000).Select(_ => new LogEntry(TimeSpan.FromSeconds(10), true, "System.TimeoutException: Slow."));

        Find(Logging(new InstanceLog("portal-1", 1, [.. noise])))!.Error!.Type.Should().Be("System.IO.FileNotFoundException");
    }

    [Test]
    public void Exceptions_outside_the_failing_window_do_not_count()
    {
        var before = Enumerable.Range(0, 2_000).Select(_ => new LogEntry(TimeSpan.FromSeconds(5), true, "System.TimeoutException: Slow."));

        Find(Logging(new InstanceLog("portal-1", 2, [.. before])))!.Error!.Type.Should().Be("System.IO.FileNotFoundException");
    }

    [Test]
    public void Server_that_logged_nothing_leaves_the_difference()
    {
        var cause = Find(Incident() with { Logs = [] })!;

        cause.Error.Should().BeNull();
        cause.Library.Should().BeNull();
        cause.Differences.Should().ContainSingle();
    }

    [Test]
    public void Version_that_does_not_start_leaves_its_last_words()
    {
        var failed = CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Incompatible)).Change<StepCompleted>(completed => completed.Step == "4"
            ? new StepFailed
            {
                At = completed.At,
                Step = "4",
                Kind = StepFailureKind.StartUp,
                Reason = "portal-1 ended with exit code 134:\n  Unhandled exception. " + PortalLogs.MissingLibrary,
            }
            : completed);

        var cause = Find(failed)!;

        cause.Library!.Wanted.Should().Be("8.23.0.0");
        cause.Instances.Should().BeEmpty();
    }

    [Test]
    public void Run_in_which_nothing_went_wrong_has_no_cause() =>
        Find(CalmRun.Record(IncidentPlans.Gate(IncidentPlans.Compatible))).Should().BeNull();

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static RunRecord Logging(InstanceLog log)
    {
        var record = Incident();
        return record with { Logs = record.Logs.Add(log) };
    }

    private static SuspectedCause? Find(RunRecord record) => CauseFinder.Find(RunAnalysis.Of(record));
}
