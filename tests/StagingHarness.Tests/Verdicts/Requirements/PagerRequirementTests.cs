using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Pager;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts.Requirements;

namespace StagingHarness.Tests.Verdicts.Requirements;

public sealed class PagerRequirementTests
{
    [Test]
    public void Pages_that_stand_in_the_pagers_account_are_met() =>
        Check(PagedRun.Incident()).Should().Be((Standing.Met, "3 calls, all of them in the pager's account"));

    [Test]
    public void Run_without_a_page_is_met() =>
        Check(PagedRun.Incident().Without(happened => happened is PageSent or PageCalled).Change<PagerRead>(read => read with { Received = [], Total = 0 }))
            .Should().Be((Standing.Met, "no page went out, and the pager got none"));

    [Test]
    public void Page_that_was_sent_and_not_received_is_inconclusive() =>
        Check(PagedRun.Incident().Change<PagerRead>(read => read with { Received = read.Received.RemoveAt(1), Total = 2 }))
            .Should().Be((Standing.Inconclusive, "the page about 'detection' is not in the pager's account"));

    [Test]
    public void Second_page_about_the_same_must_be_received_too()
    {
        var twice = PagedRun.Incident();
        var again = twice.Events.OfType<PageCalled>().First(call => call.Form == PageForm.Alertmanager);

        Check(twice.With(again)).Should().Be((Standing.Inconclusive, "the page about 'detection' is not in the pager's account"));
    }

    [Test]
    public void Page_that_was_refused_is_inconclusive() =>
        Check(PagedRun.Incident().Change<PageCalled>(call => call.Form == PageForm.Alertmanager ? call with { Status = 400, Problem = "no group", Attempts = 1 } : call))
            .Should().Be((Standing.Inconclusive, "the page about 'detection' was not taken after 1 attempt: no group"));

    [Test]
    public void Page_of_which_nobody_was_told_is_inconclusive() =>
        Check(PagedRun.Incident().Without(happened => happened is PageCalled { Form: PageForm.Alertmanager }))
            .Should().Be((Standing.Inconclusive, "2 calls had to tell of the pages that went out, and 1 did"));

    [Test]
    public void Pager_that_broke_or_was_called_by_nobody_it_knows_or_was_not_read_is_inconclusive()
    {
        Check(PagedRun.Incident().Change<PagerRead>(read => read with { StubErrors = ["FormatException: x"] }))
            .Should().Be((Standing.Inconclusive, "1 error inside the pager, the first: FormatException: x"));
        Check(PagedRun.Incident().Change<PagerRead>(read => read with { Unmatched = ["GET /v3"] }))
            .Should().Be((Standing.Inconclusive, "1 call of no form that the pager knows: 'GET /v3'"));
        Check(PagedRun.Incident().Without(happened => happened is PagerRead))
            .Should().Be((Standing.Inconclusive, "nothing says what the pager has got"));
    }

    [Test]
    public void Requirement_is_asked_where_a_pager_is_called_and_nowhere_else()
    {
        Names(PagedRun.Incident()).Should().Contain("pages received");
        Names(RequirementOf.Incident()).Should().NotContain("pages received");
    }

    private static IEnumerable<string> Names(RunRecord record)
    {
        var analysis = RunAnalysis.Of(record);
        return RequirementCheck.All(analysis, ExpectationCheck.All(analysis)).Select(result => result.Name);
    }

    private static (Standing Standing, string Evidence) Check(RunRecord record)
    {
        var result = RequirementOf.Check<PagerRequirement>(record);
        return (result.Standing, result.Evidence);
    }
}
