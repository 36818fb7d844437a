using System.Collections.Immutable;
using StagingHarness.Analysis.Ledgers;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Expectations;

/// <summary>Counts anew what is lost and doubled, from the samples and the ids that were read back.</summary>
internal static class LedgerEvaluator
{
    private const int Shown = 3;

    public static ExpectationResult Evaluate(LedgerExpectationPlan plan, RunAnalysis analysis)
    {
        var record = analysis.Record;
        var count = LedgerCount.Of(record.Plan, record.Samples, record.LedgerIds);
        var samples = new ExpectationSamples(
            "acknowledged write", count.Acknowledged, plan.MinimumSamples, 0, ImmutableSortedDictionary<string, long>.Empty);
        var unread = WhyUnread(analysis, count);
        var (standing, reason) = (unread, IsRefuted(plan, count), WhyTooFew(samples)) switch
        {
            ({ } why, _, _) => (Standing.Inconclusive, why),
            (null, true, _) => (Standing.NotMet, null),
            (null, false, { } few) => (Standing.Inconclusive, (string?)few),
            (null, false, null) when (WhyNothingFound(count) ?? WhyPartlyRead(record, count)) is { } why => (Standing.Inconclusive, why),
            (null, false, null) => (IsMet(plan, count) ? Standing.Met : Standing.NotMet, null),
        };
        return new ExpectationResult
        {
            Number = plan.Number,
            Name = plan.Name,
            Place = plan.Place,
            Standing = standing,
            ReportOnly = plan.ReportOnly,
            Wanted = ExpectationWords.Wanted(plan),
            Got = unread is null ? Got(count, analysis) : "no count",
            Samples = samples,
            Window = PhaseSelection.Of(analysis, []).Describe(),
            Reason = reason,
        };
    }

    /// <summary>That every single write is lost may be so, or the list is not the one in which they lie; then nothing is proved by it.</summary>
    private static string? WhyNothingFound(LedgerCount count) =>
        count.Lost.Length == count.Acknowledged && count.UnacknowledgedPresent == 0
            ? "not a single write was found again; see whether 'ledger' names the list in which they lie"
            : null;

    /// <summary>Writes are missing, and the pages may have gone on where the scenario's pointer leads past.</summary>
    private static string? WhyPartlyRead(RunRecord record, LedgerCount count) =>
        count.Lost.Length > 0 && record.Plan.Traffic.Ledger?.NextPointer is { } pointer
            && record.Events.OfType<LedgerRead>().LastOrDefault() is { NamesNext: false }
            ? $"writes are missing, and the one page that was read has nothing at '{pointer}'; see whether 'ledger.next' leads to the next page"
            : null;

    private static bool IsMet(LedgerExpectationPlan plan, LedgerCount count) =>
        Holds(plan.Lost, count.Lost.Length) && Holds(plan.Doubled, count.Doubled.Length) && Holds(plan.UnacknowledgedPresent, count.UnacknowledgedPresent);

    private static bool Holds(CountBounds? wanted, long counted) => wanted?.Hold(counted) ?? true;

    /// <summary>One too many stays one too many, however many samples are missing; for "at least" more could still come.</summary>
    private static bool IsRefuted(LedgerExpectationPlan plan, LedgerCount count) =>
        count.Lost.Length > plan.Lost?.AtMost || count.Doubled.Length > plan.Doubled?.AtMost || count.UnacknowledgedPresent > plan.UnacknowledgedPresent?.AtMost;

    private static string? WhyTooFew(ExpectationSamples samples) => samples.Total == 0 || samples.Total < samples.Needed
        ? $"{Figures.Count(samples.Total, samples.Unit)} of at least {Figures.Count(Math.Max(1, samples.Needed))} needed"
        : null;

    /// <summary>Null when what was read back is what lies in the run folder, and counts as the journal says.</summary>
    internal static string? WhyUnread(RunAnalysis analysis, LedgerCount count)
    {
        if (analysis.Record.Events.OfType<LedgerRead>().LastOrDefault() is not { } read)
        {
            return analysis.WhyIncomplete is { } incomplete
                ? $"nothing was read back: {incomplete}"
                : "the journal says nothing of what was read back";
        }

        if (analysis.Record.LedgerSha256 != read.IdsSha256)
        {
            return analysis.Record.LedgerSha256 is null
                ? "the file with the ids that were read back is missing"
                : "the file with the ids that were read back is not the one that was written: its SHA-256 is not the one in the journal";
        }

        var counted = new LedgerFigures(
            count.Sent, count.Acknowledged, count.Lost.Length, count.Doubled.Length, count.UnacknowledgedPresent, count.UnacknowledgedAbsent);
        // An older harness did not write what it could not tell apart.
        var written = new LedgerFigures(
            read.Sent ?? counted.Sent, read.Acknowledged, read.Lost, read.Doubled, read.Unacknowledged, read.UnacknowledgedAbsent ?? counted.UnacknowledgedAbsent);
        return written == counted ? null : $"the counts do not agree: the journal says {written}, samples and ids say {counted}";
    }

    private static string Got(LedgerCount count, RunAnalysis analysis) =>
        $"lost {Figures.Count(count.Lost.Length)} and doubled {Figures.Count(count.Doubled.Length)} of {Figures.Count(count.Acknowledged, "acknowledged write")}, "
            + $"of {Figures.Count(count.Sent)} sent; not acknowledged: {Figures.Count(count.UnacknowledgedPresent)} present, {Figures.Count(count.UnacknowledgedAbsent)} absent"
            + Examples("lost", count.Lost, analysis) + Examples("doubled", count.Doubled, analysis);

    private static string Examples(string what, ImmutableArray<LedgerEntry> entries, RunAnalysis analysis)
    {
        if (entries.IsEmpty)
        {
            return "";
        }

        var shown = entries.Take(Shown).Select(entry => $"'{entry.Id}' ({Describe(entry, analysis)})");
        var others = entries.Length > Shown ? $" and {Figures.Count(entries.Length - Shown, "other")}" : "";
        return $"; {what}: {string.Join(", ", shown)}{others}";
    }

    private static string Describe(LedgerEntry entry, RunAnalysis analysis)
    {
        var due = $"due {analysis.Clock.Show(entry.Sample.Due)} (+{Figures.Seconds(entry.Sample.Due)})";
        return analysis.Stamps.ServerOf(entry.Sample) is { } server
            ? $"{due}, answered {entry.Sample.Status} by {server.Instance} on {ServerVersion.Of(server)}"
            : $"{due}, answered {entry.Sample.Status}";
    }
}
