using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Versions;
using StagingHarness.Analysis.Wording;

namespace StagingHarness.Reporting.Terminal;

/// <summary>How long old and new versions stood side by side; nothing where they never did.</summary>
internal static class MixedPrinter
{
    /// <summary>Lines, each with its end; empty when no two versions met.</summary>
    public static string Print(RunAnalysis analysis, TerminalStyle style)
    {
        var text = "";
        var states = MixedStates.Of(analysis);
        if (states.Any(state => state.IsMixed))
        {
            text += $"\nMixed versions of {analysis.Record.Plan.Traffic.Service} (real time and requests with so many servers on the new version)\n\n"
                + States(states, style);
        }

        var pairs = VersionPairs.Of(analysis);
        if (pairs.Select(pair => (pair.Callee, pair.CalleeVersion)).GroupBy(pair => pair.Callee).Any(same => same.Distinct().Count() > 1))
        {
            text += $"\nWhich versions met (real time in which both ran, requests that the caller answered meanwhile)\n\n" + Pairs(pairs, style);
        }

        return text;
    }

    private static string States(IEnumerable<MixedState> states, TerminalStyle style)
    {
        var table = new TextTable("on the new version", "real time", "requests", "wrong");
        foreach (var state in states)
        {
            table.Add(
                $"{state.New} of {state.Of}",
                Figures.Seconds(state.Time),
                Figures.Count(state.Requests),
                state.Wrong == 0 ? "0" : $"{Figures.Count(state.Wrong)} ({state.WrongShare})");
        }

        return table.Print(style);
    }

    private static string Pairs(IEnumerable<VersionPair> pairs, TerminalStyle style)
    {
        var table = new TextTable("caller", "callee", "real time", "requests");
        foreach (var pair in pairs)
        {
            table.Add(
                $"{pair.Caller} {pair.CallerVersion}",
                $"{pair.Callee} {pair.CalleeVersion}",
                Figures.Seconds(pair.Time),
                pair.Requests is { } requests ? Figures.Count(requests) : "-");
        }

        return table.Print(style);
    }
}
