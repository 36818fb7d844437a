using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Alerts;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Analysis.Alerts;

/// <summary>Each kind of rule fires, stays quiet and is blind; an incident minute is a second, and 100 answers come in it.</summary>
public sealed class AlertBoardTests
{
    private static readonly ClockPlan Clock = new() { Start = new IncidentTime(0), Minute = TimeSpan.FromSeconds(1) };

    [Test]
    public void Wrong_answers_above_the_share_fire_and_better_ones_resolve()
    {
        var board = Board(AlertPlans.Wrong, Answers(0, 3, due => due is >= 1 and < 2 ? 500 : 200));

        States(board, 0.1, 1, 1.05, 1.5, 2, 2.9, 3).Should().Equal(
            AlertState.Blind, AlertState.Quiet, AlertState.Quiet, AlertState.Firing, AlertState.Firing, AlertState.Firing, AlertState.Quiet);
    }

    [Test]
    public void Rule_is_pending_for_as_long_as_it_must_be_so()
    {
        var board = Board(AlertPlans.Wrong with { For = new IncidentDuration(0.5) }, Answers(0, 3, due => due >= 1 ? 500 : 200));

        States(board, 1, 1.25, 1.5, 1.75, 2).Should().Equal(
            AlertState.Quiet, AlertState.Pending, AlertState.Pending, AlertState.Firing, AlertState.Firing);
    }

    [Test]
    public void Pending_that_is_interrupted_begins_anew()
    {
        var rule = AlertPlans.Wrong with { For = new IncidentDuration(0.5), Over = new IncidentDuration(0.2), MinimumSamples = 5 };
        var board = Board(rule, Answers(0, 3, due => due is (>= 1 and < 1.3) or >= 1.6 ? 500 : 200));

        States(board, 1, 1.25, 1.55, 1.75, 2, 2.25).Should().Equal(
            AlertState.Quiet, AlertState.Pending, AlertState.Quiet, AlertState.Pending, AlertState.Pending, AlertState.Firing);
    }

    [Test]
    public void Window_without_samples_fires_nothing_and_resolves_nothing()
    {
        var board = Board(AlertPlans.Wrong, [.. Answers(0, 1, _ => 500), .. Answers(5, 6, _ => 200)]);

        States(board, 0.1, 1, 3, 6.5).Should().Equal(AlertState.Blind, AlertState.Firing, AlertState.Firing, AlertState.Quiet);
    }

    [Test]
    public void Answers_that_come_later_have_no_part()
    {
        var board = Board(AlertPlans.Wrong, Answers(0, 5, due => due >= 2 ? 500 : 200));

        Values(board, 1, 2, 3).Should().Equal(0, 0, 1);
    }

    [Test]
    public void Budget_burns_only_while_both_windows_say_so()
    {
        // 60 % of the last minute, and 6 % of the last ten: six times too fast. Ten minutes later nothing goes wrong any more.
        var board = Board(AlertPlans.BurnRate with { Above = 5 }, Answers(0, 14, due => due is >= 9.4 and < 10 ? 500 : 200));

        var evaluated = Evaluated(board, 9, 10, 11.5);

        evaluated.Select(one => one.To).Should().Equal(AlertState.Quiet, AlertState.Firing, AlertState.Quiet);
        evaluated[1].Reading.Value.Should().BeApproximately(6, 0.3);
        evaluated[2].Reading.Value.Should().Be(0, "the short window has forgotten them, and the long one has not");
    }

    [Test]
    public void Latency_counts_from_the_scheduled_moment_and_needs_its_samples()
    {
        var board = Board(AlertPlans.Latency, Answers(0, 3, _ => 200, latency: due => due is >= 1 and < 2 ? 800 : 5));

        States(board, 0.5, 1, 2.5, 3.9).Should().Equal(AlertState.Blind, AlertState.Quiet, AlertState.Firing, AlertState.Firing);
    }

    [Test]
    public void Red_health_fires_and_green_health_does_not()
    {
        var board = Board(AlertPlans.Health, []);
        Read(board, Enumerable.Range(0, 12).Select(index => new HealthObserved
        {
            At = TimeSpan.FromSeconds(index * 0.25),
            Instance = "portal-1",
            Status = index is >= 4 and < 8 ? null : 200,
            Latency = TimeSpan.Zero,
        }));

        States(board, 0, 0.9, 1.8, 2.8).Should().Equal(AlertState.Blind, AlertState.Quiet, AlertState.Firing, AlertState.Quiet);
    }

    [Test]
    public void Deaths_and_starts_of_the_same_version_are_restarts_and_upgrades_are_none()
    {
        var board = Board(AlertPlans.Restarts, []);
        States(board, 0).Should().Equal(AlertState.Blind);
        Read(board,
        [
            Started("portal-1", 0.1, "1.0"), Started("portal-2", 0.1, "1.0"),
            Started("portal-1", 1, "2.0"), Started("portal-2", 1, "2.0"),
            new InstanceDied { At = TimeSpan.FromSeconds(2), Instance = "portal-1", Generation = 2, ExitCode = 134, LastOutput = [] },
            Started("portal-1", 2.1, "2.0"),
            Started("portal-2", 3, "2.0"),
        ]);

        Values(board, 1.5, 2.5, 3.5).Should().Equal(0, 1, 2);
        States(board, 3.6).Should().Equal(AlertState.Firing);
    }

    [Test]
    public void Servers_that_start_later_do_not_count_yet()
    {
        var board = Board(AlertPlans.Restarts with { MinimumSamples = 2 }, []);
        Read(board, [Started("portal-1", 0.1, "1.0"), Started("portal-2", 2, "1.0")]);

        States(board, 1, 2.5).Should().Equal(AlertState.Blind, AlertState.Quiet);
    }

    [Test]
    public void Server_that_uses_most_decides()
    {
        var processor = Board(AlertPlans.Processor, []);
        var memory = Board(AlertPlans.Memory, []);
        UsageObserved[] readings =
        [
            Used("portal-1", 0.2, 0.1, 10), Used("portal-1", 0.7, 0.2, 20),
            Used("portal-2", 0.2, 0.1, 95), Used("portal-2", 0.7, 0.58, 97),
        ];
        Read(processor, readings);
        Read(memory, readings);

        Values(processor, 0.5, 0.8).Should().SatisfyRespectively(
            first => first.Should().Be(0, "one reading tells of no time"), second => second.Should().BeApproximately(0.96, 0.001));
        Values(memory, 0.8).Single().Should().BeApproximately(0.96, 0.001);
    }

    [Test]
    public void Server_that_was_started_again_counts_its_time_anew()
    {
        var board = Board(AlertPlans.Processor, []);
        Read(board, [Used("portal-1", 0.1, 50, 1), Used("portal-1", 0.3, 0.1, 1, generation: 2), Used("portal-1", 0.8, 0.2, 1, generation: 2)]);

        Values(board, 0.9).Single().Should().BeApproximately(0.2, 0.001);
    }

    private static AlertBoard Board(AlertPlan rule, IEnumerable<Sample> answers)
    {
        var board = new AlertBoard([rule], Clock);
        foreach (var answer in answers)
        {
            board.Take(answer);
        }

        return board;
    }

    private static void Read(AlertBoard board, IEnumerable<JournalEvent> events)
    {
        foreach (var happened in events)
        {
            board.Take(happened);
        }
    }

    private static AlertEvaluation[] Evaluated(AlertBoard board, params double[] seconds) =>
        [.. seconds.Select(moment => board.Evaluate(TimeSpan.FromSeconds(moment)).Single())];

    private static IEnumerable<AlertState> States(AlertBoard board, params double[] seconds) => Evaluated(board, seconds).Select(one => one.To);

    private static IEnumerable<double> Values(AlertBoard board, params double[] seconds) => Evaluated(board, seconds).Select(one => one.Reading.Value);

    private static InstanceStarted Started(string instance, double at, string release) => new()
    {
        At = TimeSpan.FromSeconds(at),
        Instance = instance,
        Service = "portal",
        Version = new ServerVersion(release, "1"),
        Generation = 1,
        Identity = "1",
        Address = "http://127.0.0.1:1/",
        ReadyAfter = TimeSpan.Zero,
        Log = "logs/x.log",
    };

    private static UsageObserved Used(string instance, double at, double processor, long memory, int generation = 1) => new()
    {
        At = TimeSpan.FromSeconds(at),
        Instance = instance,
        Generation = generation,
        ProcessorTime = TimeSpan.FromSeconds(processor),
        MemoryBytes = memory,
        MemoryLimitBytes = 100,
    };

    private static IEnumerable<Sample> Answers(double from, double until, Func<double, int> status, Func<double, int>? latency = null) =>
        Enumerable.Range(0, (int)Math.Round((until - from) * 100)).Select(index => (Due: from + (index / 100d), Index: index)).Select(one => new Sample
        {
            DueNanoseconds = (long)(one.Due * 1e9),
            SendDelayMicroseconds = 0,
            LatencyMicroseconds = (uint)((latency?.Invoke(one.Due) ?? 1) * 1000),
            Status = (ushort)status(one.Due),
            Answerer = Answerer.App,
            Failure = Failure.None,
            Route = 0,
            Stamp = 1,
            Sequence = (uint)one.Index,
        });
}
