using System.Collections.Immutable;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Wording;
using StagingHarness.History.Events;

namespace StagingHarness.Verdicts.Requirements;

/// <summary>Every call to the pager was taken, and stands in its own account; a page that is lost shows nothing of an alert.</summary>
internal sealed class PagerRequirement : Requirement
{
    public override string Name => "pages received";

    /// <summary>What a call and its entry in the pager's account have in common; the same rule may page more than once.</summary>
    private static (Protocols.Pager.PageForm Form, Protocols.Pager.PageAction? Action, string? Key) Tells(PageCalled call) => (call.Form, call.Action, call.Key);

    protected override RequirementResult Examine(RunAnalysis analysis, ImmutableArray<ExpectationResult> expectations)
    {
        var calls = analysis.Record.Events.OfType<PageCalled>().ToImmutableArray();
        if (analysis.Record.Events.OfType<PagerRead>().LastOrDefault() is not { } read)
        {
            return Inconclusive("nothing says what the pager has got");
        }

        if (!read.StubErrors.IsEmpty)
        {
            return Inconclusive($"{Figures.Count(read.StubErrors.Length, "error")} inside the pager, the first: {read.StubErrors[0]}");
        }

        var taken = read.Received.Where(page => page.Refusal is null).CountBy(page => (page.Form, page.Action, page.Key)).ToDictionary();
        if (calls.FirstOrDefault(call => call.Problem is not null) is { } lost)
        {
            return Inconclusive($"the page about '{lost.About}' was not taken after {Figures.Count(lost.Attempts, "attempt")}: {lost.Problem}");
        }

        if (!read.Unmatched.IsEmpty)
        {
            return Inconclusive($"{Figures.Count(read.Unmatched.Length, "call")} of no form that the pager knows: {Figures.Quoted(read.Unmatched.Distinct().Take(3))}");
        }

        if (calls.FirstOrDefault(call => calls.Count(same => Tells(same) == Tells(call)) > taken.GetValueOrDefault(Tells(call))) is { } missing)
        {
            return Inconclusive($"the page about '{missing.About}' is not in the pager's account");
        }

        var forms = analysis.Record.Plan.Alerting.Calls;
        var pages = analysis.Record.Events.OfType<PageSent>().LongCount() * forms.Length;
        var triggers = calls.LongCount(call => call.Action == Protocols.Pager.PageAction.Trigger);
        return pages == triggers
            ? Met(calls.IsEmpty ? "no page went out, and the pager got none" : $"{Figures.Count(calls.Length, "call")}, all of them in the pager's account")
            : Inconclusive($"{Figures.Count(pages, "call")} had to tell of the pages that went out, and {Figures.Count(triggers)} did");
    }
}
