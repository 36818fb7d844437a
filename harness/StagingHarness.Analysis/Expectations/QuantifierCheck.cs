using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;

namespace StagingHarness.Analysis.Expectations;

/// <summary>
/// Holds what was counted against how often, how soon or how long it must be so. What was seen refutes at once; what was not
/// seen says something only with enough samples, and once nothing more can come.
/// </summary>
internal static class QuantifierCheck
{
    public static Assessment Check(Quantifier quantifier, Tally tally, Counting counting) => quantifier switch
    {
        ShareQuantifier share => Share(share.Bounds, tally, counting),
        AlwaysQuantifier => Share(Everything, tally, counting),
        TimesQuantifier times => Times(times, tally, counting),
        RateQuantifier rate => Rate(rate, tally, counting),
        WithinQuantifier within => Within(within, tally, counting),
        UnbrokenQuantifier unbroken => Unbroken(unbroken, tally, counting),
        Quantifier unknown => throw ExpectationWords.Unknown(unknown),
    };

    private static ShareBounds Everything { get; } = new(Scenarios.Units.Share.All, Scenarios.Units.Share.All);

    private static Assessment Share(ShareBounds bounds, Tally tally, Counting counting)
    {
        var measured = new ShareMeasurement(tally.Hits, counting.Samples, counting.WhyMissing);
        var (standing, reason) = measured.Against(bounds);
        return new Assessment(standing, measured.Got, reason);
    }

    private static Assessment Times(TimesQuantifier wanted, Tally tally, Counting counting)
    {
        var got = $"{Figures.Count(tally.Hits, "time")} in {counting.Everything}";
        return (tally.Hits > wanted.AtMost, tally.Hits >= wanted.AtLeast) switch
        {
            (true, _) => new Assessment(Standing.NotMet, got, null),
            (false, true) when wanted.AtMost is null => Settled(Standing.Met, got, counting.WhyTooLittle),
            (false, true) => Settled(Standing.Met, got, counting.WhyTooLittle ?? counting.WhyIncomplete),
            (false, false) => Settled(Standing.NotMet, got, counting.WhyTooLittle ?? counting.WhyIncomplete),
        };
    }

    private static Assessment Rate(RateQuantifier wanted, Tally tally, Counting counting)
    {
        if (counting.Length <= TimeSpan.Zero)
        {
            return new Assessment(Standing.Inconclusive, counting.Everything, counting.WhyTooLittle ?? "no time passed in which it could be");
        }

        var rate = tally.Hits / counting.Length.TotalSeconds;
        var got = $"{Figures.Rate(rate)}: {Figures.Count(tally.Hits, "time")} in {Figures.Seconds(counting.Length)} (real time)";
        return Settled(rate >= wanted.AtLeast && !(rate > wanted.AtMost) ? Standing.Met : Standing.NotMet, got, counting.WhyTooLittle);
    }

    private static Assessment Within(WithinQuantifier wanted, Tally tally, Counting counting)
    {
        if (counting.Begin is not { } begin)
        {
            return new Assessment(Standing.Inconclusive, counting.Everything, counting.WhyMissing ?? "the moment from which the time counts did not come");
        }

        if (tally.FirstHit is { } first)
        {
            var got = $"first after {Figures.Seconds(first - begin)} (real time)";
            return first - begin <= wanted.Time
                ? Settled(Standing.Met, got, counting.WhyTooLittle)
                : Settled(Standing.NotMet, got, counting.WhyTooLittle);
        }

        // Once the time is over, no later event can bring it about.
        var over = tally.Last - begin > wanted.Time;
        return Settled(Standing.NotMet, $"not once in {counting.Everything}", counting.WhyTooLittle ?? (over ? null : counting.WhyIncomplete));
    }

    private static Assessment Unbroken(UnbrokenQuantifier wanted, Tally tally, Counting counting)
    {
        if (tally.Longest is not { } longest)
        {
            return Settled(Standing.NotMet, $"not once in {counting.Everything}", counting.WhyTooLittle ?? counting.WhyIncomplete);
        }

        var got = $"unbroken for {Figures.Seconds(longest.Length)} (real time) from {counting.Show(longest.From)} on";
        return longest.Length >= wanted.Time
            ? Settled(Standing.Met, got, counting.WhyTooLittle)
            : Settled(Standing.NotMet, got, counting.WhyTooLittle ?? counting.WhyIncomplete);
    }

    private static Assessment Settled(Standing standing, string got, string? why) =>
        new(why is null ? standing : Standing.Inconclusive, got, why);
}
