using System.Text;
using StagingHarness.Analysis.Moments;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>What was so, above what was known of it: the way from the one to the other is what a rehearsal measures.</summary>
internal static class TruthLanes
{
    private const double Row = 20;

    public static Lane True(JudgedRun run, ChartAxis axis)
    {
        var events = run.Record.Events;
        var faults = events.OfType<FaultBegan>().Select(began => new TrueStretch(
            began.Fault.Name,
            began.At,
            events.OfType<FaultProved>().FirstOrDefault(proved => proved.Fault == began.Fault.Name && proved.At >= began.At)?.At,
            events.OfType<FaultEnded>().FirstOrDefault(ended => ended.Fault == began.Fault.Name && ended.At >= began.At)?.At ?? events[^1].At,
            IsFault: true));
        var outages = run.Analysis.Outages.All.Select(outage => new TrueStretch("wrong answers", outage.From, outage.From, outage.Until, IsFault: false));
        TrueStretch[] all = [.. faults.Concat(outages).OrderBy(one => one.From).Take(200)];
        var rows = Rows.Of(all, one => one.From, one => one.Until);
        return new Lane("What was true", "", Math.Max(1, rows.Count) * Row, top => Draw(all, rows, axis, top));
    }

    public static Lane Known(JudgedRun run, ChartAxis axis) => new("What was known", "", Row, top => DrawKnown(run, axis, top));

    private static string Draw(TrueStretch[] all, Rows rows, ChartAxis axis, double top)
    {
        if (all.Length == 0)
        {
            return Svg.Text("small", ChartAxis.Left + 4, top + 14, "nothing was broken, and every answer was right");
        }

        var text = new StringBuilder();
        for (var index = 0; index < all.Length; index++)
        {
            var one = all[index];
            var (left, right, above) = (axis.X(one.From), axis.X(one.Until), top + (rows.At(index) * Row));
            if (!one.IsFault)
            {
                text.Append(Svg.Rect("wrong", left, above + 2, right, above + Row - 2, one.Name)).Append(Svg.Rect("hatch", left, above + 2, right, above + Row - 2));
                text.Append(Label("onbar", one.Name, left, right, above));
                continue;
            }

            text.Append(Svg.Rect("requested", left, above + 2, right, above + Row - 2, $"fault '{one.Name}' requested"));
            if (one.ProvedAt is { } proved)
            {
                text.Append(Svg.Rect("proved", axis.X(proved), above + 2, right, above + Row - 2, $"fault '{one.Name}' proved"));
            }

            text.Append(Label("small", one.ProvedAt is null ? $"{one.Name} (never proved)" : one.Name, left, right, above));
        }

        return text.ToString();
    }

    /// <summary>Inside where it goes there, else behind.</summary>
    private static string Label(string kind, string name, double left, double right, double above) => Svg.Fitting(name, right - left) == name
        ? Svg.Text(kind, left + 4, above + 14, name)
        : Svg.Text("small", right + 4, above + 14, Svg.Fitting(name, ChartAxis.Right - right));

    private static string DrawKnown(JudgedRun run, ChartAxis axis, double top)
    {
        Moment[] known = [.. run.Moments.Where(moment => moment.Kind is MomentKind.Alert or MomentKind.Page or MomentKind.Acknowledged or MomentKind.Refused or MomentKind.RollbackStarted or MomentKind.RestartStarted or MomentKind.Recovered)];
        var first = Array.FindIndex(known, moment => moment.IsKnown);
        if (first < 0)
        {
            return Svg.Text("small", ChartAxis.Left + 4, top + 14, "nobody was alerted");
        }

        var text = new StringBuilder();
        for (var index = first; index < known.Length; index++)
        {
            var one = known[index];
            if (one.Kind == MomentKind.Recovered)
            {
                break;
            }

            var (left, right) = (axis.X(one.At), axis.X(index + 1 < known.Length ? known[index + 1].At : axis.Until));
            text.Append(Svg.Rect($"knew k{Svg.N(index % 2)}", left, top + 2, right, top + Row - 2, one.Words)).Append(Svg.Text("small", left + 4, top + 14, Svg.Fitting(Name(one.Kind), right - left)));
        }

        return text.ToString();
    }

    private static string Name(MomentKind kind) => kind switch
    {
        MomentKind.Alert => "alert",
        MomentKind.Page => "paged",
        MomentKind.Acknowledged => "acknowledged",
        MomentKind.Refused => "gate refused",
        MomentKind.RollbackStarted => "rolling back",
        MomentKind.RestartStarted => "restarting",
        _ => "",
    };
}
