using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.TestKit.Golden;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class ExpectationCheckTests
{
    [Test]
    public void Every_kind_of_expectation_and_quantifier_is_covered_by_the_plans_of_these_tests()
    {
        ExpectationPlans.OfEveryKind().Select(expectation => expectation.GetType()).Should().BeEquivalentTo(KindsOf(typeof(ExpectationPlan)));
        ExpectationPlans.Quantifiers().Select(quantifier => quantifier.GetType()).Should().BeEquivalentTo(KindsOf(typeof(Quantifier)));
    }

    [Test]
    public void Every_kind_of_expectation_and_quantifier_has_words()
    {
        var counted = ExpectationPlans.OfEveryKind().OfType<CountedExpectationPlan>();
        var all = ExpectationPlans.OfEveryKind()
            .Concat(counted.SelectMany(plan => ExpectationPlans.Quantifiers().Select(quantifier => plan with { Quantifier = quantifier, EachInstance = false })))
            .Concat(counted.Select(plan => plan with { Quantifier = new TimesQuantifier(0, 0) }))
            .Select(plan => $"{plan.GetType().Name}: {ExpectationWords.Wanted(plan)} | {ExpectationWords.Where(plan)}");

        GoldenFile.Verify(string.Join('\n', all), "Analysis/expectation-words.txt");
    }

    [Test]
    public void Check_that_throws_is_inconclusive_and_says_what_it_threw()
    {
        var plan = IncidentPlans.Replay().Expectations[0];

        var result = ExpectationCheck.Guarded(plan, () => throw new InvalidOperationException("no such stamp"));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the check threw 'InvalidOperationException': no such stamp");
    }

    private static IEnumerable<Type> KindsOf(Type hierarchy) =>
        hierarchy.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);
}
