using System.Reflection;
using System.Text.Json.Serialization;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Expectations;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Analysis.Expectations;

public sealed class ExpectationCheckTests
{
    private static IEnumerable<ExpectationPlan> Plans => [.. IncidentPlans.Replay().Expectations, .. WritingPlans.Expectations];

    [Test]
    public void Every_kind_of_expectation_is_covered_by_the_plans_of_these_tests()
    {
        var kinds = typeof(ExpectationPlan).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);

        Plans.Select(expectation => expectation.GetType()).Distinct().Should().BeEquivalentTo(kinds);
    }

    [Test]
    public void Every_kind_of_expectation_has_words() =>
        Plans.Select(ExpectationWords.Wanted).Should().NotContain(string.Empty);

    [Test]
    public void Check_that_throws_is_inconclusive_and_says_what_it_threw()
    {
        var plan = IncidentPlans.Replay().Expectations[0];

        var result = ExpectationCheck.Guarded(plan, () => throw new InvalidOperationException("no such stamp"));

        result.Standing.Should().Be(Standing.Inconclusive);
        result.Reason.Should().Be("the check threw 'InvalidOperationException': no such stamp");
    }
}
