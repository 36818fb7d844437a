using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

/// <summary>The baseline has 200 requests, the upgraded portal 604 in the incident and 1,645 in the calm run.</summary>
public sealed class CompareEvaluatorTests
{
    private static readonly CompareExpectationPlan More = ExpectationPlans.Compare();
    private static readonly CompareExpectationPlan NoMore = More with { Claim = ComparisonClaim.NoMore, Margin = new(0.05) };

    [Test]
    public void Share_that_is_higher_says_by_how_much_and_how_surely()
    {
        var result = Evaluate(Incident(), More);

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("the share answered wrongly is higher than that in baseline (significance 1 %)");
        result.Got.Should().Be(
            "604 of 604 (100 %) against 0 of 200 (0 %): +100 points, truly at least +96.51 points and at most +100 points (each with 99 % confidence); "
            + "p = less than 0.0001 for more, less than 0.0001 for different (Fisher's exact test); they could have shown a difference of 2.65 points or more");
        result.Window.Should().Be("upgraded 14:00:03 to 14:06:05 (+9.1 s to +15.1 s), against baseline 13:53:00 to 13:55:00 (+2.0 s to +4.0 s)");
    }

    [Test]
    public void Share_that_is_no_higher_is_proved_by_a_bound_and_not_by_a_missing_difference()
    {
        Evaluate(Calm(), NoMore).Standing.Should().Be(Standing.Met);
        Evaluate(Incident(), NoMore).Standing.Should().Be(Standing.NotMet);

        // 2 of 100 against 0 of 100 is no significant difference (p = 0.2487), and proves nothing at all.
        var few = Evaluate(Failing(2, of: 100), NoMore);
        few.Standing.Should().Be(Standing.Inconclusive);
        few.Reason.Should().Be("the samples support neither side of a margin of 5 %: they could have shown a difference of 7 points or more");
        few.Got.Should().Contain("p = 0.2487 for more, 0.4975 for different");
    }

    [Test]
    public void Equal_shares_of_few_requests_are_never_met()
    {
        Evaluate(Failing(0, of: 100), NoMore with { Margin = new(0.01) }).Standing.Should().Be(Standing.Inconclusive);
        Evaluate(Failing(0, of: 99), NoMore).Reason.Should().Be("99 requests of at least 100 needed on either side");
    }

    [Test]
    public void Higher_share_that_cannot_be_shown_is_inconclusive_and_one_that_does_not_matter_is_not_met()
    {
        Evaluate(Failing(2, of: 100), More).Standing.Should().Be(Standing.Inconclusive);
        Evaluate(Calm(), More).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void Different_is_met_refuted_or_open()
    {
        var different = More with { Claim = ComparisonClaim.Different, Margin = new(0.05) };

        Evaluate(Incident(), different).Standing.Should().Be(Standing.Met);
        Evaluate(Calm(), different).Standing.Should().Be(Standing.NotMet);
        Evaluate(Failing(2, of: 100), different).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Servers_are_compared_only_while_both_take_traffic()
    {
        var result = Evaluate(SideBySide(), Servers);

        result.Standing.Should().Be(Standing.Met);

        // From 11 s to 13 s the gateway leads to two servers of each version; each half gets every other request.
        result.Got.Should().StartWith("100 of 100 (100 %) against 0 of 100 (0 %)");
        result.Wanted.Should().Be("the share answered wrongly, of requests by release 2.0 is higher than that, of requests by release 1.0 at the same time (significance 1 %)");
    }

    [Test]
    public void Servers_that_never_took_traffic_together_are_not_compared()
    {
        var result = Evaluate(Incident(), Servers);

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("at no moment did both of them take traffic");
    }

    private static CompareExpectationPlan Servers { get; } = More with
    {
        AgainstPhases = [],
        Of = new AnswerSelection { Release = "2.0" },
        Against = new AnswerSelection { Release = "1.0" },
    };

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static RunRecord Calm() => CalmRun.Record(IncidentPlans.Replay());

    /// <summary>The first so many requests of the baseline and of the upgraded portal, of which the first ones failed.</summary>
    private static RunRecord Failing(int wrong, int of)
    {
        var thinned = Incident().WithSamples(
        [
            .. Incident().Samples.Where(sample => sample.Due < TimeSpan.FromMilliseconds(2_000 + (of * 10))
                || (sample.Due >= TimeSpan.FromMilliseconds(9_050) && sample.Due < TimeSpan.FromMilliseconds(9_050 + (of * 10)))),
        ]);
        return thinned.Answering((due, _) => due >= 9_050 ? SampleAnswer.App((ushort)(due < 9_050 + (wrong * 10) ? 500 : 200), 5) : null);
    }

    private static RunRecord SideBySide()
    {
        ServerStamp[] mixed = [new("portal-1", "2.0", "1"), new("portal-2", "2.0", "1"), new("portal-3", "1.0", "1"), new("portal-4", "1.0", "1")];
        ServerStamp[] all = [.. Enumerable.Range(1, 4).Select(number => new ServerStamp($"portal-{number}", "2.0", "1"))];
        return Incident()
            .Answering((due, sample) => due is >= 11_000 and < 13_000 && sample.Sequence % 4 > 1
                ? SampleAnswer.App(200, 1 + ((int)sample.Sequence % 4))
                : null)
            .With(new RoutesChanged { At = TimeSpan.FromSeconds(11), Step = "6", Targets = [.. mixed] })
            .With(new RoutesChanged { At = TimeSpan.FromSeconds(13), Step = "6", Targets = [.. all] });
    }

    private static ExpectationResult Evaluate(RunRecord record, CompareExpectationPlan plan) => ExpectationCheck.One(plan, RunAnalysis.Of(record));
}
