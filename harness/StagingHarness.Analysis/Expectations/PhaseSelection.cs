using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Analysis.Phases;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Expectations;

/// <summary>The phases that an expectation names, as the run had them.</summary>
internal sealed class PhaseSelection
{
    private readonly RunAnalysis analysis;
    private readonly ImmutableArray<Phase> present;
    private readonly ImmutableArray<string> absent;
    private readonly bool wholeRun;
    private ImmutableArray<PhaseStretch>? covered;

    private PhaseSelection(RunAnalysis analysis, ImmutableArray<string> names)
    {
        this.analysis = analysis;
        wholeRun = names.IsEmpty;
        present = [.. names.Select(analysis.Timeline.Find).OfType<Phase>()];
        absent = [.. names.Where(name => analysis.Timeline.Find(name) is null)];
    }

    /// <summary>Why the selection is not all that was asked for; null when it is.</summary>
    public string? WhyMissing => wholeRun
        ? analysis.Timeline.TrafficFrom is null ? "no traffic began" : null
        : absent.Length switch
        {
            0 => null,
            1 => $"phase {Figures.Quoted(absent)} never began{WhyNever()}",
            _ => $"phases {Figures.Quoted(absent)} never began{WhyNever()}",
        };

    /// <summary>Phases by name; no name selects the whole run.</summary>
    public static PhaseSelection Of(RunAnalysis analysis, ImmutableArray<string> names) => new(analysis, names);

    /// <summary>What ended the steps early; empty where nothing did.</summary>
    private string WhyNever() => analysis.Record.Events.OfType<StepSkipped>()
        .FirstOrDefault(skipped => skipped.Kind is StepSkipKind.RunbookTookOver or StepSkipKind.GateRefused or StepSkipKind.EarlierFailure)?.Kind switch
    {
        StepSkipKind.RunbookTookOver => ", since the page ended the steps before that; what came before it lies in other phases",
        StepSkipKind.GateRefused => ", since a gate refused before that",
        StepSkipKind.EarlierFailure => ", since a step failed before that",
        _ => "",
    };

    public bool Contains(TimeSpan moment) => wholeRun || PhaseStretch.AnyContains(Covered.AsSpan(), moment);

    /// <summary>The requests that speak for them, in the order of the moments as of which they count. The whole run takes every request.</summary>
    public IEnumerable<Sample> Samples()
    {
        var samples = analysis.SamplesByMoment;
        var ranges = wholeRun ? [samples.All] : Covered.Select(stretch => samples.Between(stretch.From, stretch.Until));
        foreach (var range in ranges)
        {
            for (var index = 0; index < range.Count; index++)
            {
                yield return range[index];
            }
        }
    }

    /// <summary>Their first moment; null when none of them began.</summary>
    public TimeSpan? Begin => Covered.IsEmpty ? null : Covered[0].From;

    /// <summary>The stretches of real time that they cover, each moment once, in order.</summary>
    public ImmutableArray<PhaseStretch> Covered => covered ??= Merge(Stretches);

    /// <summary>Real time of all of them together.</summary>
    public TimeSpan Length => Covered.Aggregate(TimeSpan.Zero, (sum, stretch) => sum + (stretch.Until - stretch.From));

    /// <summary>The covered stretch in which a moment lies; null when it lies in none. The whole run has one, for everything.</summary>
    public PhaseStretch? StretchAt(TimeSpan moment)
    {
        foreach (var stretch in Covered)
        {
            if (wholeRun || stretch.Contains(moment))
            {
                return stretch;
            }
        }

        return null;
    }

    /// <summary>The instances that the gateway led to in these phases.</summary>
    public IEnumerable<string> RoutedInstances() => RoutedInstances(_ => true);

    /// <summary>The instances that the gateway led to in these phases, as servers that are wanted.</summary>
    public IEnumerable<string> RoutedInstances(Func<ServerStamp, bool> wanted) =>
        Stretches
            .SelectMany(stretch => analysis.Routes.TargetsDuring(stretch.From, stretch.Until))
            .Where(wanted)
            .Select(target => target.Instance)
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary><c>upgraded 14:00:18 to 14:06:21 (+9.1 s to +15.1 s)</c>, all stretches.</summary>
    public string Describe()
    {
        var described = wholeRun
            ? Stretches.Select(stretch => $"whole run {Describe(stretch)}")
            : present.SelectMany(phase => phase.Stretches.Select(stretch => $"{phase.Name} {Describe(stretch)}"));
        var text = string.Join("; ", described.Concat(absent.Select(name => $"{name} never began")));
        return text.Length == 0 ? "no traffic began" : text;
    }

    /// <summary>Every stretch of every phase, as the run had it.</summary>
    public IEnumerable<PhaseStretch> Stretches => (wholeRun, analysis.Timeline.TrafficFrom, analysis.Timeline.TrafficUntil) switch
    {
        (false, _, _) => present.SelectMany(phase => phase.Stretches),
        (true, { } from, { } until) => [new PhaseStretch(from, until, null)],
        (true, _, _) => [],
    };

    private static ImmutableArray<PhaseStretch> Merge(IEnumerable<PhaseStretch> stretches)
    {
        var merged = ImmutableArray.CreateBuilder<PhaseStretch>();
        foreach (var stretch in stretches.Where(stretch => stretch.Until > stretch.From).OrderBy(stretch => stretch.From))
        {
            if (merged.Count > 0 && stretch.From <= merged[^1].Until)
            {
                merged[^1] = merged[^1] with { Until = stretch.Until > merged[^1].Until ? stretch.Until : merged[^1].Until };
            }
            else
            {
                merged.Add(stretch);
            }
        }

        return merged.ToImmutable();
    }

    private string Describe(PhaseStretch stretch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{analysis.Clock.Show(stretch.From)} to {analysis.Clock.Show(stretch.Until)} (+{stretch.From.TotalSeconds:0.0} s to +{stretch.Until.TotalSeconds:0.0} s)");
}
