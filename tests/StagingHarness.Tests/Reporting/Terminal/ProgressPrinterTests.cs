using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Reporting.Terminal;

public sealed class ProgressPrinterTests
{
    [Test]
    public void Progress_of_the_replay_has_its_text()
    {
        var record = IncidentRun.Record(IncidentPlans.Replay());
        var printer = new ProgressPrinter(record.Plan);

        var lines = record.Events.Select(printer.Print).Where(line => line is not null);

        GoldenFile.Verify(string.Join('\n', lines) + "\n", "Reporting/progress-replay.txt");
    }

    [Test]
    public void Traffic_is_told_only_when_it_changes()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());

        printer.Print(Observed(100)).Should().Be("--:--:-- +3.0s traffic: 100 requests in a second, every one answered rightly");
        printer.Print(Observed(100)).Should().BeNull();
        printer.Print(Observed(60, ("app 500", 40)))
            .Should().Be("--:--:-- +3.0s traffic: 40 of 100 (40 %) wrong in a second: app 500 x 40");
        printer.Print(Observed(50, ("app 500", 50))).Should().BeNull();
        printer.Print(Observed(50, ("app 500", 40), ("gateway 503", 10))).Should().EndWith("app 500 x 40, gateway 503 x 10");
        printer.Print(Observed(100)).Should().EndWith("every one answered rightly");
    }

    [TestCase(0, "2 calls, 0 of them unknown, 0 stub errors")]
    [TestCase(1, "2 calls, 0 of them unknown, 0 stub errors, and 1 call that no caller waited for")]
    public void Calls_that_no_caller_waited_for_are_told_where_there_are_some(long brokenOff, string told) => new ProgressPrinter(IncidentPlans.Replay())
        .Print(new ProviderRead
        {
            Calls = ImmutableSortedDictionary<string, long>.Empty.Add("token", 2),
            Unmatched = [],
            UnmatchedCount = 0,
            StubErrors = [],
            BrokenOff = brokenOff,
        })
        .Should().Be($"--:--:-- +0.0s provider: {told}");

    [Test]
    public void Health_is_told_only_when_it_changes()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());

        printer.Print(Health("portal-1", 200)).Should().BeNull();
        printer.Print(Health("portal-2", 503)).Should().Be("--:--:-- +3.0s health of portal-2: 503");
        printer.Print(Health("portal-1", null)).Should().Be("--:--:-- +3.0s health of portal-1: no answer");
        printer.Print(Health("portal-1", null)).Should().BeNull();
        printer.Print(Health("portal-1", 200)).Should().Be("--:--:-- +3.0s health of portal-1: 200");
    }

    [Test]
    public void Death_is_told_on_one_line_with_its_last_output()
    {
        var died = new InstanceDied
        {
            At = TimeSpan.FromSeconds(3),
            Step = "4",
            Instance = "portal-2",
            Generation = 2,
            ExitCode = 134,
            LastOutput = ["Unhandled exception.", "Aborted\n"],
        };

        new ProgressPrinter(IncidentPlans.Replay()).Print(died)
            .Should().Be("--:--:-- +3.0s [4] portal-2: DIED with exit code 134, last output: Unhandled exception. | Aborted | ");
    }

    [Test]
    public void Calls_to_the_pager_are_told_and_lost_ones_loudly()
    {
        var record = PagedRun.Incident();
        var printer = new ProgressPrinter(record.Plan);
        var call = record.Events.OfType<PageCalled>().First() with { At = TimeSpan.FromSeconds(3) };

        printer.Print(call).Should().Be("--:--:-- +3.0s pager: told to trigger 'detection' (pagerduty), and answered 202");
        printer.Print(call with { Problem = "no answer", Status = null, Attempts = 3 })
            .Should().Be("--:--:-- +3.0s pager: NOT told about 'detection' after 3 attempts: no answer");
        printer.Print(record.Events.OfType<PagerRead>().Single() with { At = TimeSpan.FromSeconds(3), Step = null })
            .Should().Be("--:--:-- +3.0s pager: 3 calls, 0 of them refused");
    }

    [Test]
    public void Failed_start_is_told_with_the_place_of_what_was_written()
    {
        var failed = new InstanceFailedToStart
        {
            At = TimeSpan.FromSeconds(3),
            Step = "4",
            Instance = "portal-2",
            Service = "portal",
            Version = IncidentPlans.Incompatible,
            Generation = 2,
        };
        var printer = new ProgressPrinter(IncidentPlans.Replay());

        printer.Print(failed with { Log = "logs/portal-2.2.log" })
            .Should().Be("--:--:-- +3.0s [4] portal-2: DID NOT START as release 2.0 on platform 1; what it wrote: logs/portal-2.2.log");
        printer.Print(failed).Should().Be("--:--:-- +3.0s [4] portal-2: DID NOT START as release 2.0 on platform 1");
    }

    [Test]
    public void Engine_is_told_with_its_version_and_a_line_for_each_thing_that_it_had_to_say()
    {
        var started = IncidentRun.Record(IncidentPlans.Replay()).Start with
        {
            RunId = "run-1",
            Engine = "docker",
            EngineVersion = "20.10.24, API 1.41",
            EngineReason = "it answers",
            EngineNotices = ["network 'a' of run 'b' was removed", "two\nlines"],
        };

        new ProgressPrinter(IncidentPlans.Replay()).Print(started).Should().Be(
            "--:--:-- +0.0s run run-1 on engine 'docker' (20.10.24, API 1.41): it answers\n"
            + "--:--:-- +0.0s engine: network 'a' of run 'b' was removed\n"
            + "--:--:-- +0.0s engine: two | lines");
    }

    [Test]
    public void Failed_and_left_out_steps_are_told()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());

        printer.Print(new StepFailed { Step = "5", Kind = StepFailureKind.NoEffect, Reason = "nothing staged" })
            .Should().Be("--:--:-- +0.0s [5] FAILED (NoEffect): nothing staged");
        printer.Print(new StepSkipped { Step = "6", Kind = StepSkipKind.EarlierFailure, Reason = "an earlier step failed" })
            .Should().Be("--:--:-- +0.0s [6] left out: an earlier step failed");
        printer.Print(new Noted { Text = "the generator runs as jit" }).Should().Be("--:--:-- +0.0s the generator runs as jit");
    }

    [Test]
    public void Ledger_is_told_by_its_counts()
    {
        var record = WritingRun.Record().WithIds(written => written.RemoveAt(0));

        new ProgressPrinter(record.Plan).Print(record.Events.OfType<LedgerRead>().Single())
            .Should().EndWith("+25.7s [C3] ledger: 1,175 sent, 1,175 acknowledged, 1 of them lost and 0 doubled; not acknowledged: 0 present, 0 absent");
        new ProgressPrinter(record.Plan).Print(record.Events.OfType<LedgerRead>().Single() with { Sent = null, UnacknowledgedAbsent = null })
            .Should().EndWith(" ledger: 1,175 acknowledged, 1 of them lost and 0 doubled; not acknowledged: 0 present", "an older harness did not tell the rest");
    }

    [Test]
    public void Gate_is_told_with_what_it_saw()
    {
        var decided = new GateDecided
        {
            At = TimeSpan.FromSeconds(3),
            Step = "7",
            IsMet = false,
            Otherwise = GateOtherwise.RollBack,
            From = TimeSpan.FromSeconds(1),
            Until = TimeSpan.FromSeconds(3),
            Figures =
            [
                new GateFigure("G1", "Right", IsMet: false, "100 % answered rightly", "96 of 120 (80 %)", null),
                new GateFigure("G2", "Calm", IsMet: true, "no page", "no page", null),
                new GateFigure("G3", "Health", IsMet: false, "100 % of the health checks answered 200", "nothing", "0 health checks of at least 5 needed"),
            ],
        };

        new ProgressPrinter(IncidentPlans.Replay()).Print(decided).Should().Be(
            "--:--:-- +3.0s [7] gate [7] refused, and the service is reverted: G1 'Right' wanted 100 % answered rightly, got 96 of 120 (80 %); "
            + "G3 'Health' could not be measured: 0 health checks of at least 5 needed");
    }

    [Test]
    public void Shares_of_the_traffic_are_told_in_percent()
    {
        var routes = new RoutesChanged
        {
            At = TimeSpan.FromSeconds(3),
            Targets = [new("portal-canary-1", "2.0", "1"), new("portal-baseline-1", "1.0", "1"), new("portal-1", "1.0", "1")],
            Weights = [1, 1, 8],
        };

        new ProgressPrinter(IncidentPlans.Replay()).Print(routes).Should().Be(
            "--:--:-- +3.0s the gateway leads to portal-canary-1 10 % (release 2.0 on platform 1); portal-baseline-1 10 % and portal-1 80 % (release 1.0 on platform 1)");
    }

    [Test]
    public void Faults_and_changes_of_the_provider_are_told()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());

        printer.Print(new FaultBegan { Step = "6", Fault = FaultPlans.Pause("portal-1") }).Should().Be("--:--:-- +0.0s [6] fault 'pause' begins");
        printer.Print(new FaultProved { Step = "6", Fault = "pause", Proof = "it is silent" })
            .Should().Be("--:--:-- +0.0s [6] fault 'pause' shows: it is silent");
        printer.Print(new FaultEnded { Step = "6", Fault = "pause", Ending = FaultEnding.Healed, Outcome = "it answers" })
            .Should().Be("--:--:-- +0.0s [6] fault 'pause' is healed: it answers");
        printer.Print(new FaultEnded { Fault = "pause", Ending = FaultEnding.Undone, Outcome = "let go" })
            .Should().Be("--:--:-- +0.0s fault 'pause' is undone: let go");
        printer.Print(new ProviderChanged { ClockOffset = TimeSpan.FromMinutes(-1), TokenLifetime = TimeSpan.FromSeconds(30), SigningKey = "k2", PublishedKeys = ["k2", "k1"] })
            .Should().Be("--:--:-- +0.0s provider: its clock is -60 s off, tokens last 30 s, key 'k2' signs, 2 keys shown");
    }

    [Test]
    public void Checks_and_hooks_are_told()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());
        var asked = new CheckAsked { Step = "6", Check = "/ready of portal-1 answers 200", Asked = 3, IsMet = true, LastAnswer = "'portal-1' answers '/ready' with 200" };

        printer.Print(asked).Should().Be("--:--:-- +0.0s [6] it holds that /ready of portal-1 answers 200, asked 3 times: 'portal-1' answers '/ready' with 200");
        printer.Print(asked with { IsMet = false, Asked = 1, LastAnswer = "'portal-1' answers '/ready' with 503" })
            .Should().Be("--:--:-- +0.0s [6] it does NOT hold that /ready of portal-1 answers 200, asked 1 time: 'portal-1' answers '/ready' with 503");
        printer.Print(new HookRan { Step = "7", Hook = "fill-cache", Took = TimeSpan.FromSeconds(1.5) })
            .Should().Be("--:--:-- +0.0s [7] hook 'fill-cache' ended after 1.5 s");
    }

    [Test]
    public void Browser_is_told_where_something_goes_wrong()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());

        printer.Print(new BrowserStarted { Program = "/usr/bin/chromium", Version = "1.2" }).Should().Be("--:--:-- +0.0s browser 1.2 is up: /usr/bin/chromium");
        printer.Print(BrowserRun.Journey(1, 0, 200)).Should().BeNull("nothing changes for customers who see what they came for");
        printer.Print(BrowserRun.Journey(2, 0, 500)).Should().Be("--:--:-- +0.2s browser: dashboard 2 went WRONG at open /dashboard: the page /dashboard is answered 500");
    }

    [Test]
    public void Jobs_are_told_with_how_they_ended()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());
        var ended = new JobEnded
        {
            Step = "4",
            Job = "migrate",
            Generation = 1,
            ExitCode = 0,
            Killed = false,
            Took = TimeSpan.FromSeconds(1.25),
            LastOutput = ["SET", "ALTER TABLE"],
        };

        printer.Print(new JobStarted { Step = "4", Job = "migrate", Generation = 1, Identity = "4711", Log = "logs/job.migrate.1.log", Digests = ImmutableSortedDictionary<string, string>.Empty })
            .Should().Be("--:--:-- +0.0s [4] job migrate: started as 4711");
        printer.Print(ended).Should().Be("--:--:-- +0.0s [4] job migrate: ended with exit code 0 after 1.25 s, last output: SET | ALTER TABLE");
        printer.Print(ended with { ExitCode = 137, Killed = true, LastOutput = [] }).Should().Be("--:--:-- +0.0s [4] job migrate: KILLED after 1.25 s");
    }

    [Test]
    public void Tokens_that_do_not_come_are_told_with_their_end()
    {
        var printer = new ProgressPrinter(IncidentPlans.Replay());
        printer.Print(new RenewalFailed { Credential = "access-token", Why = "the token endpoint answered 503." })
            .Should().Be("--:--:-- +0.0s the clients got no new access-token, and go on with what they have: the token endpoint answered 503.");
        printer.Print(new RenewalResumed { Failed = 2 }).Should().Be("--:--:-- +0.0s the clients carry new tokens again, after they had asked 2 times in vain");
    }

    [Test]
    public void Every_kind_of_event_is_covered_by_these_tests()
    {
        var kinds = typeof(JournalEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
        Type[] alone =
        [
            typeof(TrafficObserved), typeof(InstanceDied), typeof(StepFailed), typeof(StepSkipped), typeof(Noted), typeof(LedgerRead), typeof(GateDecided),
            typeof(FaultBegan), typeof(FaultProved), typeof(FaultEnded), typeof(ProviderChanged), typeof(CheckAsked), typeof(HookRan), typeof(JobStarted),
            typeof(JobEnded), typeof(InstanceFailedToStart), typeof(AlertWatchBegan), typeof(AlertChanged), typeof(AlertWatchEnded), typeof(UsageObserved),
            typeof(BrowserStarted), typeof(BrowserJourneyEnded), typeof(PageCalled), typeof(PagerRead),
            typeof(RenewalFailed), typeof(RenewalResumed), typeof(EndStateMeasured),
        ];

        IncidentRun.Record(IncidentPlans.Replay()).Events.Select(happened => happened.GetType()).Distinct().Concat(alone)
            .Should().BeEquivalentTo(kinds);
    }

    private static TrafficObserved Observed(int right, params (string Kind, int Count)[] wrong) => new()
    {
        At = TimeSpan.FromSeconds(3),
        From = TimeSpan.FromSeconds(2),
        Requests = right + wrong.Sum(one => one.Count),
        Right = right,
        Wrong = wrong.ToImmutableSortedDictionary(one => one.Kind, one => one.Count),
    };

    private static HealthObserved Health(string instance, int? status) =>
        new() { At = TimeSpan.FromSeconds(3), Instance = instance, Status = status, Latency = TimeSpan.FromMilliseconds(1) };
}
