using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What an expectation that counts asks for, in words.</summary>
internal static class QuantifierWords
{
    public static string Wanted(CountedExpectationPlan plan)
    {
        var (unit, condition) = (ConditionWords.Unit(plan), ConditionWords.Condition(plan));
        var wanted = plan.Quantifier switch
        {
            ShareQuantifier { Bounds: var bounds } => Share(bounds, plan, unit, condition),
            AlwaysQuantifier => $"every {unit} {condition}",
            TimesQuantifier { AtMost: 0 } => $"no {unit} {condition}",
            TimesQuantifier { AtMost: { } most } => $"at most {Figures.Count(most, unit)} {condition}",
            TimesQuantifier { AtLeast: var least } => $"at least {Figures.Count(least, unit)} {condition}",
            RateQuantifier { AtMost: { } most } => $"at most {Figures.Rate(most)}: {unit}s {condition}",
            RateQuantifier { AtLeast: var least } => $"at least {Figures.Rate(least)}: {unit}s {condition}",
            WithinQuantifier { Time: var time, Since: var since } => $"{(unit is ['a', ..] ? "an" : "a")} {unit} {condition}, within {Figures.Seconds(time)} (real time) of "
                + (since is { } milestone ? $"'{ExpectationWords.Name(milestone)}'" : "the beginning"),
            UnbrokenQuantifier { Time: var time } => $"for at least {Figures.Seconds(time)} (real time) without a break: every {unit} {condition}",
            Quantifier unknown => throw ExpectationWords.Unknown(unknown),
        };
        return plan.EachInstance ? $"{wanted}; on each instance" : wanted;
    }

    private static string Share(ShareBounds bounds, CountedExpectationPlan plan, string unit, string condition) => plan switch
    {
        AnswersExpectationPlan => $"{bounds} {condition}",
        _ when bounds.AtMost == Scenarios.Units.Share.None => $"no {unit} {condition}",
        _ => $"{bounds} of the {unit}s {condition}",
    };
}
