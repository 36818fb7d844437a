using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

/// <summary>
/// Quantifiers on the wrong answers of the upgraded portal: 604 requests from 9.05 s to 15.09 s, all of them wrong in the
/// incident, none of them in the calm run.
/// </summary>
public sealed class QuantifierCheckTests
{
    [Test]
    public void Every_time_is_refuted_by_one()
    {
        Evaluate(Incident(), new AlwaysQuantifier()).Standing.Should().Be(Standing.Met);
        Evaluate(Healed(from: 12_000, until: 12_010), new AlwaysQuantifier()).Standing.Should().Be(Standing.NotMet);
        Evaluate(Incident(), new AlwaysQuantifier(), samples: 605).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void So_many_times_are_met_when_they_came()
    {
        var result = Evaluate(Incident(), new TimesQuantifier(604, null));

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("at least 604 requests answered wrongly");
        result.Got.Should().Be("604 times in 604 requests");
        Evaluate(Incident(), new TimesQuantifier(605, null)).Standing.Should().Be(Standing.NotMet);
        Evaluate(Calm(), new TimesQuantifier(1, null)).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void Too_few_times_in_a_run_that_was_cut_off_are_inconclusive_and_enough_of_them_are_met()
    {
        Evaluate(Cut(), new TimesQuantifier(605, null)).Reason.Should().Be("the journal ends without its last event");
        Evaluate(Cut(), new TimesQuantifier(3, null)).Standing.Should().Be(Standing.Met);
    }

    [Test]
    public void At_most_so_many_times_is_refuted_at_once_and_met_only_by_a_whole_run()
    {
        Evaluate(Calm(), new TimesQuantifier(0, 0)).Standing.Should().Be(Standing.Met);
        Evaluate(Cut(), new TimesQuantifier(0, 603)).Standing.Should().Be(Standing.NotMet);
        Evaluate(Cut(), new TimesQuantifier(0, 604)).Standing.Should().Be(Standing.Inconclusive);
        Evaluate(Calm(), new TimesQuantifier(0, 0), samples: 10_000).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Rate_is_taken_over_the_phase()
    {
        var result = Evaluate(Incident(), new RateQuantifier(99, null));

        result.Standing.Should().Be(Standing.Met);
        result.Got.Should().Be("100.03/s: 604 times in 6.04 s (real time)");
        Evaluate(Incident(), new RateQuantifier(101, null)).Standing.Should().Be(Standing.NotMet);
        Evaluate(Incident(), new RateQuantifier(0, 99)).Standing.Should().Be(Standing.NotMet);
        Evaluate(Incident(), new RateQuantifier(0, 101), samples: 605).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Soon_counts_from_the_beginning_of_the_phase()
    {
        var late = Healed(from: 0, until: 10_000);

        Evaluate(Incident(), Within(100)).Got.Should().Be("first after 0 s (real time)");
        Evaluate(late, Within(950)).Standing.Should().Be(Standing.Met);
        Evaluate(late, Within(949)).Standing.Should().Be(Standing.NotMet);
        Evaluate(late, Within(950)).Got.Should().Be("first after 0.95 s (real time)");
    }

    [Test]
    public void Soon_that_never_came_is_refuted_only_once_the_time_is_over()
    {
        Evaluate(Calm(), Within(2_000)).Standing.Should().Be(Standing.NotMet);
        var cut = Calm().CutTo(Calm().Events.Length - 1);
        Evaluate(cut, Within(2_000)).Standing.Should().Be(Standing.NotMet, "14 s of the phase are known");
        Evaluate(cut, Within(60_000)).Standing.Should().Be(Standing.Inconclusive);
    }

    [Test]
    public void Soon_can_count_from_a_milestone()
    {
        var since = new WithinQuantifier(TimeSpan.FromMilliseconds(10), Milestone.Paged);

        var result = Evaluate(Incident(), since);

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("a request answered wrongly, within 0.01 s (real time) of 'paged'");
        Evaluate(Calm(), since).Reason.Should().Be("'paged' did not come");
        Evaluate(Healed(from: 9_000, until: 9_200), since).Reason.Should().BeNull();
        Evaluate(Healed(from: 9_000, until: 9_200), since).Standing.Should().Be(Standing.NotMet);
    }

    [Test]
    public void Row_without_a_break_is_measured_from_its_first_to_its_last()
    {
        var result = Evaluate(Incident(), Unbroken(6_030));

        result.Standing.Should().Be(Standing.Met);
        result.Got.Should().Be("unbroken for 6.03 s (real time) from 14:00:03 (+9.05 s) on");
        Evaluate(Incident(), Unbroken(6_040)).Standing.Should().Be(Standing.NotMet);
        Evaluate(Healed(from: 12_000, until: 12_010), Unbroken(4_000)).Standing.Should().Be(Standing.NotMet);
        Evaluate(Cut(), Unbroken(60_000)).Standing.Should().Be(Standing.Inconclusive);
        Evaluate(Calm(), Unbroken(10)).Got.Should().Be("not once in 1,645 requests; all answers: app 200 x 1,645");
    }

    [Test]
    public void Gap_between_two_phases_breaks_a_row()
    {
        var right = Wrong(new UnbrokenQuantifier(TimeSpan.FromSeconds(9))) with
        {
            Phases = ["baseline", "recovered"],
            Answers = new AnswerCondition { Right = true },
        };

        ExpectationCheck.One(right, RunAnalysis.Of(Incident())).Standing.Should().Be(Standing.NotMet, "17 s lie between the first and the last");
    }

    [Test]
    public void Quantifier_can_hold_of_each_instance_alone()
    {
        var each = Wrong(new TimesQuantifier(151, null)) with { EachInstance = true };

        var result = ExpectationCheck.One(each, RunAnalysis.Of(Incident()));

        result.Standing.Should().Be(Standing.Met);
        result.Wanted.Should().Be("at least 151 requests answered wrongly; on each instance");
        result.Got.Should().StartWith("portal-1 151 times in 151 requests; portal-2 151 times");
        var healthy = Incident().Answering((_, sample) => sample.Stamp == 7 ? SampleAnswer.App(200, 7) : null);
        ExpectationCheck.One(each, RunAnalysis.Of(healthy)).Standing.Should().Be(Standing.NotMet);
        var silent = Incident().WithSamples([.. Incident().Samples.Where(sample => sample.Stamp != 7)]);
        ExpectationCheck.One(each, RunAnalysis.Of(silent)).Reason.Should().Be("'portal-3': 0 requests of at least 1 needed");
    }

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static RunRecord Calm() => CalmRun.Record(IncidentPlans.Replay());

    private static RunRecord Cut() => Incident().Without(happened => happened is RunEnded);

    /// <summary>Right answers for a while.</summary>
    private static RunRecord Healed(int from, int until) =>
        Incident().Answering((due, sample) => due >= from && due < until ? SampleAnswer.App(200, sample.Stamp == 0 ? 5 : sample.Stamp) : null);

    private static WithinQuantifier Within(int milliseconds) => new(TimeSpan.FromMilliseconds(milliseconds), null);

    private static UnbrokenQuantifier Unbroken(int milliseconds) => new(TimeSpan.FromMilliseconds(milliseconds));

    private static AnswersExpectationPlan Wrong(Quantifier quantifier) => new()
    {
        Number = "E1",
        Name = "Wrong answers",
        Place = IncidentPlans.Place(1),
        Phases = ["upgraded"],
        Answers = new AnswerCondition { Right = false },
        Quantifier = quantifier,
        Samples = new SampleMinimum(1, 0),
    };

    private static ExpectationResult Evaluate(RunRecord record, Quantifier quantifier, int samples = 1) =>
        ExpectationCheck.One(Wrong(quantifier) with { Samples = new SampleMinimum(samples, 0) }, RunAnalysis.Of(record));
}
