using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

/// <summary>What is looked up in events and logs: instances, provider calls, log lines, serving versions.</summary>
public sealed class EventEvaluatorTests
{
    private static readonly InstanceExpectationPlan Crashed = ExpectationPlans.Instance() with
    {
        State = InstanceState.Crashed,
        EachInstance = false,
        Phases = [],
        Quantifier = new TimesQuantifier(1, null),
    };

    [Test]
    public void Servers_that_are_restarted_are_stopped_for_a_while()
    {
        var stopped = ExpectationPlans.Instance() with { State = InstanceState.Stopped, Phases = ["rollback"], Quantifier = Unbroken(500) };

        // Stopped at 17,200 ms, started again at 17,700 ms.
        Evaluate(Incident(), stopped).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), stopped with { Quantifier = Unbroken(501) }).Standing.Should().Be(Standing.NotMet);
        Evaluate(Incident(), stopped with { Quantifier = Unbroken(500), EachInstance = false }).Got.Should().StartWith("unbroken for 0.5 s");
        Evaluate(Incident(), ExpectationPlans.Instance() with { Phases = ["rollback"] }).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void State_lasts_to_the_end_of_the_phase()
    {
        var running = ExpectationPlans.Instance() with { Quantifier = Unbroken(6_037) };

        // The phase lasts from 9,050 ms to 15,088 ms.
        Evaluate(Incident(), running).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), running with { Quantifier = Unbroken(6_039) }).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void Crash_counts_although_the_old_version_goes_on()
    {
        var beside = Calm().With(Death("portal-2", generation: 2, at: 5_000));

        Evaluate(beside, Crashed).Got.Should().StartWith("1 time in ");
        Evaluate(beside, Crashed).Standing.Should().Be(Standing.Met);
        Evaluate(Calm(), Crashed).Standing.Should().Be(Standing.NotMet);
        Evaluate(beside, Crashed with { Instance = "portal-1" }).Standing.Should().Be(Standing.NotMet);
        Evaluate(beside, ExpectationPlans.Instance() with { Phases = ["staging"] }).Standing.Should().Be(Standing.Met, "the old version runs on");
    }

    [Test]
    public void Crash_of_a_server_that_was_added_counts()
    {
        var first = Calm().Events.OfType<InstanceStarted>().First(started => started.Service == "portal");
        var canary = Calm()
            .With(first with { At = TimeSpan.FromSeconds(8), Instance = "portal-canary-1", Generation = 1 })
            .With(Death("portal-canary-1", generation: 1, at: 9_000));

        Evaluate(canary, Crashed).Standing.Should().Be(Standing.Met);
    }

    [Test]
    public void Server_that_does_not_come_up_has_crashed()
    {
        var failed = Calm().Change<StepCompleted>(completed => completed.Step == "4"
            ? new StepFailed { At = completed.At, Step = "4", Kind = StepFailureKind.StartUp, Reason = "portal-2 ended" }
            : completed);

        Evaluate(failed, Crashed).Standing.Should().Be(Standing.Met);
        Evaluate(failed, Crashed with { Service = "database" }).Standing.Should().NotBe(Standing.Met);
    }

    [Test]
    public void Calls_are_counted_over_the_run_and_shown_when_they_do_not_fit()
    {
        var provider = ExpectationPlans.Provider();

        Evaluate(Incident(), provider with { Endpoint = "jwks", Quantifier = new TimesQuantifier(0, 7) }).Got
            .Should().Be("8 times in the whole run; all calls: discovery x 8, jwks x 8, token x 1, unmatched x 0");
        Evaluate(Incident(), provider with { Endpoint = "jwks", Quantifier = new RateQuantifier(0, 1) }).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), provider with { Endpoint = null, Quantifier = new TimesQuantifier(0, 0) }).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), provider with { Endpoint = "userinfo" }).Reason
            .Should().Be("the provider has no endpoint 'userinfo'; it has discovery, jwks and token");
    }

    [Test]
    public void Lines_of_every_server_are_counted_in_the_phase_in_which_they_were_written()
    {
        var log = ExpectationPlans.Log() with { EachInstance = false, Quantifier = new TimesQuantifier(604, 604) };

        Evaluate(Incident(), log).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), log with { Instance = "portal-1", Quantifier = new TimesQuantifier(151, 151) }).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), log with { Phases = ["recovered"] }).Standing.Should().Be(Standing.Inconclusive, "nobody wrote anything");
        Evaluate(Incident(), log with { Pattern = "Now listening", Phases = [], Quantifier = new TimesQuantifier(8, 8) }).Standing.Should().Be(Standing.Met);
    }

    [Test]
    public void Line_is_met_soon_whichever_log_it_stands_in()
    {
        var soon = ExpectationPlans.Log() with { EachInstance = false, Quantifier = new WithinQuantifier(TimeSpan.FromMilliseconds(2), null) };

        Evaluate(Incident(), soon).Got.Should().Be("first after 0.002 s (real time)");
    }

    [Test]
    public void Log_that_is_lost_is_inconclusive_and_named()
    {
        var lost = Incident() with
        {
            Logs = [.. Incident().Logs.Select(log => log is { Instance: "portal-3", Generation: 2 } ? log with { Entries = [], IsMissing = true } : log)],
        };

        Evaluate(lost, ExpectationPlans.Log() with { EachInstance = false, Quantifier = new TimesQuantifier(0, 0), Pattern = "OutOfMemory" })
            .Reason.Should().Be("the log of 'portal-3.2' is missing");
    }

    [Test]
    public void Last_words_of_a_server_that_never_came_up_are_read_too()
    {
        var crashed = Incident() with
        {
            Events =
            [
                .. Incident().Events.Select(happened => happened is InstanceStarted { Instance: "portal-3", Generation: 2 } started
                    ? new InstanceFailedToStart
                    {
                        Instance = started.Instance,
                        Service = started.Service!,
                        Version = started.Version!,
                        Generation = started.Generation,
                        Log = started.Log,
                        At = started.At,
                        Sequence = started.Sequence,
                        Step = started.Step,
                    }
                    : happened),
            ],
        };
        var log = ExpectationPlans.Log() with { EachInstance = false, Instance = "portal-3", Quantifier = new TimesQuantifier(151, 151) };

        Evaluate(crashed, log).Standing.Should().Be(Standing.Met);
        Evaluate(crashed with { Logs = [] }, log).Reason.Should().Be("the log of 'portal-3.1', 'portal-3.2' and 'portal-3.3' is missing");
    }

    [Test]
    public void Version_that_served_is_told_by_the_stamps()
    {
        var result = Evaluate(Calm(), ExpectationPlans.Served() with { Phases = ["baseline"] });

        result.Standing.Should().Be(Standing.NotMet);
        result.Got.Should().Be("0 of 200 (at most 1.5 %, 95 % confidence); all versions: release 1.0 on platform 1 x 200");
    }

    [Test]
    public void Versions_that_served_are_told_by_their_answers_and_of_equals_by_their_names()
    {
        const int upgraded = 9_100;
        var (old, other) = (StampOf(Incident(), "1.0"), StampOf(Incident(), "2.0"));
        var served = Incident().WithSamples(
        [
            .. ((int[])[other, 99, old, 99, old, 99, other]).Select((stamp, index) => SampleSeries.One(upgraded + index, 1_000, SampleAnswer.App(200, stamp))),
        ]);

        Evaluate(served, ExpectationPlans.Served()).Got.Should().EndWith(
            "; all versions: unknown x 3, release 1.0 on platform 1 x 2, release 2.0 on platform 1 x 2");
    }

    [Test]
    public void Requests_that_were_due_before_the_gateway_confirmed_may_have_met_either_version()
    {
        // The phase begins with the first new answer, at 9,050 ms; the gateway confirms at 9,052 ms.
        RunRecord OldAnswersAt(int moment) => Incident().WithSamples(
            [.. Incident().Samples, SampleSeries.One(moment, 100_000, SampleAnswer.App(200, 1))]);

        Evaluate(OldAnswersAt(9_051), ExpectationPlans.Served()).Standing.Should().Be(Standing.Met);
        Evaluate(OldAnswersAt(9_052), ExpectationPlans.Served()).Standing.Should().Be(Standing.NotMet);
    }

    private static int StampOf(RunRecord record, string release) => record.Events.OfType<StampSeen>().First(seen => seen.Server.Release == release).Stamp;

    private static InstanceDied Death(string instance, int generation, int at) => new()
    {
        At = TimeSpan.FromMilliseconds(at),
        Instance = instance,
        Generation = generation,
        ExitCode = 134,
        LastOutput = ["out of memory"],
    };

    private static UnbrokenQuantifier Unbroken(int milliseconds) => new(TimeSpan.FromMilliseconds(milliseconds));

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static RunRecord Calm() => CalmRun.Record(IncidentPlans.Replay());

    private static ExpectationResult Evaluate(RunRecord record, ExpectationPlan plan) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
