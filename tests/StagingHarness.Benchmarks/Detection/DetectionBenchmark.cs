using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Analysis.Bounds;
using StagingHarness.Benchmarks.Contests;
using StagingHarness.Benchmarks.Runs;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Benchmarks.Detection;

/// <summary>
/// After how many answers detection fires, and how often it does so without need: the generator sends to a server that answers wrongly by seeded chance, and
/// what comes back is watched as a rehearsal watches it, while it comes.
/// </summary>
internal static class DetectionBenchmark
{
    private const int DeadPerSecond = 5_000;
    private const int Deaths = 50;
    private const int PerSecond = 10_000;
    private const double SmallShare = 0.01;

    /// <summary>Fewer have no median that says anything.</summary>
    private const int FewestDetections = 30;

    private static readonly TimeSpan SmallShareFor = TimeSpan.FromSeconds(35);

    private static readonly TimeSpan BackgroundFor = TimeSpan.FromSeconds(80);

    private static readonly TimeSpan HealthyFor = TimeSpan.FromSeconds(40);

    /// <summary>
    /// A bound of one false alarm in 20 million answers is not reached in minutes: the same answers are watched with lower thresholds too, whose bounds are.
    /// </summary>
    private static readonly double[] Divisors = [1, 100, 1_000, 10_000];

    /// <returns>Exit code: 1 where something was not measured.</returns>
    public static async Task<int> RunAsync()
    {
        if (CorePair.Find(out var reason) is not { } cores)
        {
            Console.WriteLine($"Nothing is measured: {reason}.");
            return 1;
        }

        var plan = IncidentPlan.Load();
        await PinnedProcess.MoveThisAsync(cores.Server);
        await using var server = await ServerProcess.StartAsync(cores.Server);
        var traffic = new WatchedTraffic(server, Lineup.JitCommand(), cores);
        var unmeasured = new List<string>();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"tolerated {plan.Detection.Background}, threshold {plan.Detection.Threshold:0.#E+0}; at best {PlanBounds.Of(plan).WrongAnswers} wrong answers in a row; server on core {cores.Server}, generator (jit) on core {cores.Client}"));
        await DetectAsync(traffic, plan.Detection, unmeasured);
        await RestAsync(traffic, plan.Detection, unmeasured);
        foreach (var what in unmeasured)
        {
            Console.WriteLine($"Not measured: {what}");
        }

        return unmeasured.Count == 0 ? 0 : 1;
    }

    private static async Task DetectAsync(WatchedTraffic traffic, DetectionPlan plan, List<string> unmeasured)
    {
        Console.WriteLine(AlarmTable.Head);
        try
        {
            var dead = await traffic.DieAsync(DeadPerSecond, Deaths, new LiveWatch(plan, again: false));
            Console.WriteLine(AlarmTable.Line("every answer, from one on", DeadPerSecond, dead, static alarm => alarm.SinceFirstWrong));
            Hold("a release whose every answer is wrong", dead, Deaths, unmeasured);
        }
        catch (TimeoutException)
        {
            unmeasured.Add("a release whose every answer is wrong; detection did not fire in time.");
        }

        var small = await traffic.HoldAsync(PerSecond, SmallShareFor, SmallShare, [new LiveWatch(plan, again: true)]);
        Console.WriteLine(AlarmTable.Line("1 %, all the time", PerSecond, small, static alarm => alarm.Seen));
        Hold("a share of 1 %", small, FewestDetections, unmeasured);
    }

    private static async Task RestAsync(WatchedTraffic traffic, DetectionPlan plan, List<string> unmeasured)
    {
        Console.WriteLine(FalseAlarmTable.Head);
        foreach (var (share, duration) in (IEnumerable<(double, TimeSpan)>)[(plan.Background.Value, BackgroundFor), (0, HealthyFor)])
        {
            ImmutableArray<LiveWatch> watches = [.. Divisors.Select(divisor => new LiveWatch(plan with { Threshold = plan.Threshold / divisor }, again: true))];
            var stretch = await traffic.HoldAsync(PerSecond, duration, share, watches);
            foreach (var watch in watches)
            {
                Console.WriteLine(FalseAlarmTable.Line(share, stretch, watch));
            }

            Hold($"false alarms at {share.ToString("0.0 %", CultureInfo.InvariantCulture)}", stretch, fewestAlarms: 0, unmeasured);
            if (share > 0 != stretch.Wrong > 0)
            {
                unmeasured.Add($"false alarms at {share.ToString("0.0 %", CultureInfo.InvariantCulture)}; {stretch.Wrong} answers were wrong.");
            }
        }
    }

    private static void Hold(string what, Stretch stretch, int fewestAlarms, List<string> unmeasured)
    {
        if (stretch.Seen == 0 || stretch.Watches[0].Alarms.Count < fewestAlarms)
        {
            unmeasured.Add($"{what}; detection fired {stretch.Watches[0].Alarms.Count} times in {stretch.Seen} answers, and {fewestAlarms} were to be measured.");
        }

        if (stretch.Unanswered > 0)
        {
            unmeasured.Add($"{what}; {stretch.Unanswered} requests got no answer at all, which the server was not told to do.");
        }
    }
}
