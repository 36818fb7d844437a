using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Analysis.Alerts;
using StagingHarness.Analysis.Detection;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Alerts;

namespace StagingHarness.Reporting.Tuning;

/// <summary>Rules of recorded runs with other thresholds, tried on all of these runs.</summary>
public sealed record TunedTable
{
    /// <summary>Of the sequential detector, below and above what stands in the plan.</summary>
    private static readonly ImmutableArray<double> DetectionFactors = [0.01, 0.1, 1, 10, 100];

    public required ImmutableArray<TunedRun> Runs { get; init; }

    public required ImmutableArray<TunedRow> Rows { get; init; }

    /// <summary>What a reader must know before believing the table; empty when nothing.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <param name="runs">All runs, one at least.</param>
    /// <param name="rule">Only this rule; null takes all, and detection.</param>
    public static TunedTable Of(ImmutableArray<TunedRun> runs, string? rule)
    {
        ImmutableArray<TunedRun> tried = [.. runs.Where(run => run.Kind != TunedKind.Neither)];
        var rules = RulesOf(runs).Where(one => rule is null || one.Name == rule);
        var detection = rule is null or AlertingPlan.Detection ? Detection(tried, runs[0].Analysis.Record.Plan.Detection) : [];
        return new TunedTable
        {
            Runs = runs,
            Rows = [.. detection, .. rules.SelectMany(one => AlertThresholds.Around(one).Select(changed => Row(tried, one, changed)))],
            Notes = [.. NotesOf(runs)],
        };
    }

    /// <summary>Names that can be tried on these runs.</summary>
    public static ImmutableArray<string> NamesOf(ImmutableArray<TunedRun> runs) => [AlertingPlan.Detection, .. RulesOf(runs).Select(rule => rule.Name)];

    private static ImmutableArray<AlertPlan> RulesOf(ImmutableArray<TunedRun> runs) =>
        [.. runs.SelectMany(run => run.Analysis.Record.Plan.Alerting.Rules).DistinctBy(rule => rule.Name)];

    private static IEnumerable<string> NotesOf(ImmutableArray<TunedRun> runs)
    {
        foreach (var run in runs.Where(run => run.Kind == TunedKind.Neither))
        {
            yield return $"'{run.Folder}' is left out: {run.Verdict} says neither that an upgrade was bad, with wrong answers, nor that nothing broke";
        }

        foreach (var name in RulesOf(runs).Select(rule => rule.Name))
        {
            var written = runs.Select(run => run.Analysis.Record.Plan.Alerting.Rule(name)).OfType<AlertPlan>().Select(AlertWords.Rule).Distinct().Count();
            if (written > 1)
            {
                yield return $"rule '{name}' is not the same in all runs; it is tried as the first of them has it";
            }
        }

        var clocks = runs.Select(run => run.Analysis.Record.Plan.Clock.Minute).Distinct().Count();
        if (clocks > 1)
        {
            yield return "the runs' clocks go at different speeds, so that the same window holds more answers in one than in another";
        }
    }

    private static TunedRow Row(ImmutableArray<TunedRun> runs, AlertPlan written, AlertPlan rule) => new()
    {
        Rule = rule.Name,
        Threshold = AlertWords.Threshold(rule),
        IsWritten = rule == written,
        Cells =
        [
            .. runs.Select(run =>
            {
                var evaluations = AlertReplay.Of(run.Analysis, [rule]);
                return Cell(
                    run,
                    [.. evaluations.Where(evaluation => evaluation.Fires).Select(evaluation => evaluation.At)],
                    isBlind: evaluations.All(evaluation => !evaluation.Reading.IsEnough));
            }),
        ],
    };

    private static IEnumerable<TunedRow> Detection(ImmutableArray<TunedRun> runs, DetectionPlan written) =>
        from factor in DetectionFactors
        let plan = written with { Threshold = written.Threshold * factor }
        select new TunedRow
        {
            Rule = AlertingPlan.Detection,
            Threshold = plan.Threshold.ToString("0.##E+0", CultureInfo.InvariantCulture),
            IsWritten = plan == written,
            Cells = [.. runs.Select(run => Cell(run, DetectionReplay.Of(run.Analysis, plan), run.Analysis.SamplesByDue.IsEmpty))],
        };

    private static TunedCell Cell(TunedRun run, ImmutableArray<TimeSpan> pages, bool isBlind)
    {
        var onset = run.Kind == TunedKind.Bad ? run.Onset : null;
        var first = pages.Where(page => page >= onset && !(page >= run.Recovered)).Select(page => (TimeSpan?)page).FirstOrDefault();
        return new TunedCell
        {
            Folder = run.Folder,
            Kind = run.Kind,
            TimeToPage = first - onset,
            TimeToPageOnClock = first - onset is { } time ? run.Analysis.Record.Plan.Clock.ToIncident(time) : null,
            FalsePages = onset is null ? pages.Length : pages.Count(page => page < onset),
            IsBlind = isBlind,
        };
    }
}
