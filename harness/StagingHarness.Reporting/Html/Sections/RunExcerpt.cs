using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.Html.Sections;

/// <summary>The requests and log lines that a page holds: those nearest to its moments, since it cannot hold all.</summary>
internal sealed record RunExcerpt
{
    /// <summary>Characters of a log line that are shown.</summary>
    public const int LongestLine = 300;

    private const int MostRequests = 300;
    private const int MostLines = 300;
    private const int MostOfCause = 6;

    /// <summary>How far from a moment something still belongs to it.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(2);

    /// <summary>In the order in which they were due.</summary>
    public required ImmutableArray<Sample> Requests { get; init; }

    /// <summary>In the order of time.</summary>
    public required ImmutableArray<ExcerptLine> Lines { get; init; }

    /// <summary>The first lines that show the suspected cause.</summary>
    public required ImmutableArray<ExcerptLine> OfCause { get; init; }

    /// <summary>How many lines there are in all logs.</summary>
    public required long AllLines { get; init; }

    public static RunExcerpt Of(JudgedRun run)
    {
        TimeSpan[] moments = [.. run.Moments.Select(moment => moment.At).Distinct().Order()];
        var each = moments.Length == 0 ? 0 : Math.Max(1, MostLines / moments.Length);
        var lines = moments.Select(_ => new PriorityQueue<ExcerptLine, long>()).ToArray();
        var cause = new List<ExcerptLine>();
        var counted = 0L;
        foreach (var (instance, entry) in run.Record.Logs.SelectMany(log => log.Entries.Select(entry => (log.Instance, entry))))
        {
            var line = new ExcerptLine(counted++, instance, entry);
            if (cause.Count < MostOfCause && run.Verdict.Cause?.Error is { } error && entry.Text.Contains(error.Type, StringComparison.Ordinal))
            {
                cause.Add(line);
            }

            Offer(lines, moments, line, each);
        }

        return new RunExcerpt
        {
            Requests = NearestRequests(run, moments),
            Lines = [.. lines.SelectMany(queue => queue.UnorderedItems.Select(item => item.Element)).Distinct().OrderBy(line => line.Entry.At).ThenBy(line => line.Number)],
            OfCause = [.. cause],
            AllLines = counted,
        };
    }

    /// <summary>Kept at its nearest moment, until so many nearer ones come.</summary>
    private static void Offer(PriorityQueue<ExcerptLine, long>[] lines, TimeSpan[] moments, ExcerptLine line, int each)
    {
        if (moments.Length == 0)
        {
            return;
        }

        var index = Array.BinarySearch(moments, line.Entry.At);
        index = index >= 0 ? index : Math.Min(~index, moments.Length - 1);
        if (index > 0 && line.Entry.At - moments[index - 1] < (moments[index] - line.Entry.At).Duration())
        {
            index--;
        }

        var distance = (moments[index] - line.Entry.At).Duration();
        if (distance > Near)
        {
            return;
        }

        lines[index].Enqueue(line, -distance.Ticks);
        if (lines[index].Count > each)
        {
            lines[index].Dequeue();
        }
    }

    private static ImmutableArray<Sample> NearestRequests(JudgedRun run, TimeSpan[] moments)
    {
        var samples = run.Analysis.SamplesByDue;
        var each = moments.Length == 0 ? 0 : Math.Max(2, MostRequests / moments.Length);
        var taken = new SortedSet<int>();
        foreach (var moment in moments)
        {
            var (below, above) = (samples.FirstSince(moment) - 1, samples.FirstSince(moment));
            for (var count = 0; count < each && (below >= 0 || above < samples.Count); count++)
            {
                var takesBelow = above >= samples.Count || (below >= 0 && moment - samples[below].Due < samples[above].Due - moment);
                var index = takesBelow ? below-- : above++;
                if ((samples[index].Due - moment).Duration() > Near)
                {
                    break;
                }

                taken.Add(index);
            }
        }

        return [.. taken.Select(index => samples[index])];
    }
}
