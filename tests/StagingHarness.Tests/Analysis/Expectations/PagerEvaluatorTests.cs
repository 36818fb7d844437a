using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Pager;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class PagerEvaluatorTests
{
    private static readonly PagerExpectationPlan AnyCall = ExpectationPlans.Pager() with { Form = null, Action = null, About = null };

    [TestCase(null, null, null, 3)]
    [TestCase(PageForm.Pagerduty, null, null, 2)]
    [TestCase(PageForm.Alertmanager, null, null, 1)]
    [TestCase(null, PageAction.Trigger, null, 2)]
    [TestCase(PageForm.Alertmanager, PageAction.Acknowledge, null, 0)]
    [TestCase(null, null, "detection", 3)]
    [TestCase(null, null, "too-many-errors", 0)]
    public void Calls_that_fit_are_counted(PageForm? form, PageAction? action, string? about, int fitting)
    {
        var plan = AnyCall with { Form = form, Action = action, About = about };

        Standing(plan with { Quantifier = new TimesQuantifier(fitting, null) }).Should().Be(StagingHarness.Analysis.Expectations.Standing.Met);
        Standing(plan with { Quantifier = new TimesQuantifier(fitting + 1, null) }).Should().Be(StagingHarness.Analysis.Expectations.Standing.NotMet);
    }

    [Test]
    public void Refused_call_counts_for_nothing()
    {
        var refused = PagedRun.Incident().Change<PagerRead>(read => read with { Received = [.. read.Received.Select(page => page with { Refusal = "no key" })] });

        Standing(AnyCall with { Quantifier = new TimesQuantifier(1, null) }, refused).Should().Be(StagingHarness.Analysis.Expectations.Standing.NotMet);
    }

    [Test]
    public void More_calls_than_are_known_are_inconclusive()
    {
        var many = PagedRun.Incident().Change<PagerRead>(read => read with { Total = 1001 });

        var result = ExpectationCheck.One(AnyCall with { Quantifier = new TimesQuantifier(0, 3) }, RunAnalysis.Of(many));

        (result.Standing, result.Reason).Should().Be((StagingHarness.Analysis.Expectations.Standing.Inconclusive, "only 3 of 1,001 calls are known"));
    }

    private static Standing Standing(PagerExpectationPlan plan, RunRecord? record = null) =>
        ExpectationCheck.One(plan, RunAnalysis.Of(record ?? PagedRun.Incident())).Standing;
}
