using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Expectations;

/// <summary>Requests of the rollback phase: 201 were answered by the failing servers, 199 by the gateway.</summary>
public sealed class AnswerFilterTests
{
    [Test]
    public void All_requests_count_without_a_selection() => Counted(new AnswerSelection()).Should().Be("400 times in 400 requests");

    [Test]
    public void Selected_requests_are_the_only_ones_that_count()
    {
        Counted(new AnswerSelection { Request = "GET /api/orders" }).Should().Be("200 times in 200 requests");
        Counted(new AnswerSelection { Request = "GET /elsewhere" }).Should().Be("0 times in 0 requests");
        Counted(new AnswerSelection { Release = "2.0" }).Should().Be("201 times in 201 requests", "what the gateway answers has no release");
        Counted(new AnswerSelection { Release = "1.0" }).Should().Be("0 times in 0 requests");
        Counted(new AnswerSelection { Platform = "1", Instance = "portal-1" }).Should().Be("50 times in 50 requests");
        Counted(new AnswerSelection { Right = true }).Should().Be("0 times in 0 requests");
    }

    [Test]
    public void Instances_of_a_selection_are_those_that_it_takes()
    {
        var plan = Plan(new AnswerSelection { Instance = "portal-1" }) with { EachInstance = true };

        ExpectationCheck.One(plan, RunAnalysis.Of(Incident())).Got.Should().Be("portal-1 50 times in 50 requests");
    }

    [Test]
    public void Condition_takes_every_part_that_is_given()
    {
        Like(new AnswerCondition { Status = [500, 502] }).Should().BeTrue();
        Like(new AnswerCondition { Status = [502] }).Should().BeFalse();
        Like(new AnswerCondition { Signature = AnswerSignature.ServerError, By = Answerer.App }).Should().BeTrue();
        Like(new AnswerCondition { Signature = AnswerSignature.Unauthorized }).Should().BeFalse();
        Like(new AnswerCondition { SlowerThan = TimeSpan.FromMilliseconds(1) }).Should().BeTrue();
        Like(new AnswerCondition { SlowerThan = TimeSpan.FromMilliseconds(2) }).Should().BeFalse("it took exactly that");
        Like(new AnswerCondition { Status = [500], Right = true }).Should().BeFalse();
    }

    private static bool Like(AnswerCondition condition) => AnswerFilter.IsLike(condition, SampleSeries.One(0, 0, SampleAnswer.App(500, 1)));

    private static string Counted(AnswerSelection of) => ExpectationCheck.One(Plan(of), RunAnalysis.Of(Incident())).Got.Split(';')[0];

    private static RunRecord Incident() => IncidentRun.Record(IncidentPlans.Replay());

    private static AnswersExpectationPlan Plan(AnswerSelection of) => new()
    {
        Number = "E1",
        Name = "Wrong answers",
        Place = IncidentPlans.Place(1),
        Phases = ["rollback"],
        Of = of,
        Answers = new AnswerCondition { Right = false },
        Quantifier = new TimesQuantifier(1, null),
        Samples = new SampleMinimum(1, 0),
    };
}
