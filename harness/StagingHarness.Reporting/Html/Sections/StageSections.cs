using StagingHarness.Analysis.Instances;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.Reporting.Html.Markup;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>Who stood on the stage, and what the third party was asked.</summary>
internal static class StageSections
{
    public static string Provider(JudgedRun run)
    {
        if (run.Record.Events.OfType<ProviderRead>().LastOrDefault() is not { } read)
        {
            return run.Plan.System.Provider is null ? "" : "<section><h2>Provider calls</h2><p>They were not read: the run ended before.</p></section>\n";
        }

        var table = new HtmlTable("Provider calls", "call", "how often");
        foreach (var (endpoint, count) in read.Calls)
        {
            table.Add(HtmlText.Escape(endpoint), Figures.Count(count));
        }

        foreach (var same in read.Unmatched.GroupBy(call => call).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            table.Add($"<span class=\"bad\">\u2716 unknown:</span> {HtmlText.Escape(same.Key)}{NearMiss(read, same.Key)}", Figures.Count(same.LongCount()));
        }

        foreach (var error in read.StubErrors)
        {
            table.Add($"<span class=\"bad\">\u2716 stub error:</span> {HtmlText.Escape(error)}", "1");
        }

        return $"<section><h2>Provider calls</h2>\n<p>{Figures.Count(read.UnmatchedCount)} that no stub answered, {Figures.Count(read.StubErrors.Length, "stub error")}{(read.BrokenOff == 0 ? "" : $", and {Figures.Count(read.BrokenOff, "call")} that no caller waited for")}.</p>\n{table.Print()}</section>\n";
    }

    private static string NearMiss(ProviderRead read, string call) =>
        read.NearMisses?.GetValueOrDefault(call) is { } near ? HtmlText.Escape($" ({near})") : "";

    public static string Instances(JudgedRun run)
    {
        var table = new HtmlTable("Instances", "instance", "start", "version", "ready", "ended", "answers", "health");
        foreach (var lane in InstanceLanes.Of(run.Analysis))
        {
            foreach (var generation in lane.Generations)
            {
                table.Add(
                    HtmlText.Escape(lane.Instance),
                    Figures.Count(generation.Generation),
                    HtmlText.Escape(generation.Version?.ToString() ?? "-"),
                    $"+{Figures.Seconds(generation.From)}",
                    $"+{Figures.Seconds(generation.Until)}{(generation.Died ? " <span class=\"bad\">\u2716 died</span>" : "")}",
                    HtmlText.Escape(generation == lane.Generations[0] && run.Analysis.Outcomes.ByInstance.TryGetValue(lane.Instance, out var counts) ? counts.ToString() : ""),
                    generation == lane.Generations[0] ? Health(lane) : "");
            }
        }

        return $"<section><h2>Instances</h2>\n{(table.IsEmpty ? "<p>None came up.</p>\n" : table.Print())}</section>\n";
    }

    private static string Health(InstanceLane lane)
    {
        var red = lane.Health.Where(stretch => !stretch.IsGreen).Sum(stretch => stretch.Readings);
        var all = lane.Health.Sum(stretch => stretch.Readings);
        return all == 0 ? "-" : red == 0 ? $"\u2714 {Figures.Count(all)} of {Figures.Count(all)} green" : $"<span class=\"bad\">\u2716 {Figures.Count(red)} of {Figures.Count(all)} not green</span>";
    }
}
