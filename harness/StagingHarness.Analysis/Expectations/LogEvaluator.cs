using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Looks at the lines that servers wrote in the phases; logs are read line by line, and never held.</summary>
internal static class LogEvaluator
{
    /// <summary>For a pattern that would search one line for ever; the check is inconclusive then.</summary>
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    public static ExpectationResult Evaluate(LogExpectationPlan plan, RunAnalysis analysis)
    {
        var phases = PhaseSelection.Of(analysis, plan.Phases);
        var pattern = new Regex(plan.Pattern, RegexOptions.CultureInvariant, MatchTimeout);
        ImmutableArray<(string Instance, int Generation)> started =
        [
            .. analysis.Record.Events.Select(WriterOf)
                .Where(writer => writer is { } known
                    && (plan.Service is null || plan.Service == known.Service)
                    && (plan.Instance is null || plan.Instance == known.Instance))
                .Select(writer => (writer!.Value.Instance, writer.Value.Generation)),
        ];
        var logs = analysis.Record.Logs
            .Where(log => started.Contains((log.Instance, log.Generation)))
            .ToImmutableArray();
        var observed = new Observed
        {
            Unit = "log line",
            Observations = InOrder(logs).Where(line => phases.Contains(line.Entry.At))
                .Select(line => new Observation(line.Entry.At, pattern.IsMatch(line.Entry.Text), line.Instance)),
            Phases = phases,
            Instances = [.. Expected(plan, analysis)],
            WhyMissing = WhyMissing(started, logs),
        };
        return CountedEvaluator.Evaluate(plan, observed, analysis);
    }

    /// <summary>A server that came up, or one that did not and wrote why; null for what is no server.</summary>
    private static (string Service, string Instance, int Generation)? WriterOf(JournalEvent happened) => happened switch
    {
        InstanceStarted { Service: { } service } start => (service, start.Instance, start.Generation),
        InstanceFailedToStart { Log: not null } failed => (failed.Service, failed.Instance, failed.Generation),
        _ => null,
    };

    private static IEnumerable<string> Expected(LogExpectationPlan plan, RunAnalysis analysis) => analysis.Record.Plan.Stage
        .Where(service => plan.Service is null || plan.Service == service.Service)
        .SelectMany(service => service.InstanceNames())
        .Where(instance => plan.Instance is null || plan.Instance == instance);

    /// <summary>What is not in a log that nobody has kept may well have been written.</summary>
    private static string? WhyMissing(ImmutableArray<(string Instance, int Generation)> started, ImmutableArray<InstanceLog> logs)
    {
        if (started.IsEmpty)
        {
            return "the journal knows no server that could have written it";
        }

        var missing = started
            .Where(start => !logs.Any(log => log.Instance == start.Instance && log.Generation == start.Generation && !log.IsMissing))
            .Select(start => $"{start.Instance}.{start.Generation}")
            .ToArray();
        return missing.Length == 0 ? null : $"the log of {Figures.Quoted(missing)} is missing";
    }

    /// <summary>Each log is in order by itself; together they are merged, one line of each at a time.</summary>
    private static IEnumerable<(string Instance, LogEntry Entry)> InOrder(ImmutableArray<InstanceLog> logs)
    {
        var next = new PriorityQueue<(string Instance, IEnumerator<LogEntry> Lines), (TimeSpan At, int Log)>();
        List<IEnumerator<LogEntry>> open = [];
        try
        {
            for (var log = 0; log < logs.Length; log++)
            {
                var lines = logs[log].Entries.GetEnumerator();
                open.Add(lines);
                if (lines.MoveNext())
                {
                    next.Enqueue((logs[log].Instance, lines), (lines.Current.At, log));
                }
            }

            while (next.TryDequeue(out var first, out var order))
            {
                yield return (first.Instance, first.Lines.Current);
                if (first.Lines.MoveNext())
                {
                    next.Enqueue(first, (first.Lines.Current.At, order.Log));
                }
            }
        }
        finally
        {
            open.ForEach(lines => lines.Dispose());
        }
    }
}
