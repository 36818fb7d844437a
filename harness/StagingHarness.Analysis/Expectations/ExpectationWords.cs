using System.Text.Json;
using StagingHarness.Analysis.Wording;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Analysis.Expectations;

/// <summary>What an expectation asks for, in words; the same before the run and after it.</summary>
public static class ExpectationWords
{
    public static string Wanted(ExpectationPlan plan) => plan switch
    {
        AnswersExpectationPlan answers => $"{answers.Share} {Answered(answers.Answers)}",
        HealthExpectationPlan health => $"{health.Share} of the health checks answered {health.Status}",
        PageExpectationPlan { Expected: false } => "no page",
        PageExpectationPlan { Within: { } within } => $"a page within {Figures.Seconds(within)} (real time) of the first wrong answer",
        PageExpectationPlan => "a page",
        OrderExpectationPlan order => $"in this order: {string.Join(", ", order.Milestones.Select(Name))}",
        LedgerExpectationPlan ledger => LedgerWords.Wanted(ledger),
        MixedExpectationPlan mixed => MixedWords.Wanted(mixed),
        ExpectationPlan unknown => throw Unknown(unknown),
    };

    /// <summary>As the scenario file writes it: <c>outage-started</c>.</summary>
    internal static string Name(Milestone milestone) => JsonNamingPolicy.KebabCaseLower.ConvertName(milestone.ToString());

    /// <summary>The compiler cannot know that the hierarchy is closed; a test walks all its kinds.</summary>
    internal static NotSupportedException Unknown(ExpectationPlan plan) =>
        new($"Expectation '{plan.Number}' is of kind '{plan.GetType().Name}', which no check knows; add one.");

    /// <summary><c>answered wrongly by the app</c>, <c>answered 500 by the app</c>, <c>not answered at all</c>.</summary>
    private static string Answered(AnswerCondition wanted)
    {
        var how = (wanted.Status, wanted.Right) switch
        {
            ({ } status, true) => $" {status} and rightly",
            ({ } status, false) => $" {status} and wrongly",
            ({ } status, null) => $" {status}",
            (null, true) => " rightly",
            (null, false) => " wrongly",
            (null, null) => "",
        };
        return wanted.By switch
        {
            Answerer.App => $"answered{how} by the app",
            Answerer.Gateway => $"answered{how} by the gateway",
            Answerer.Nobody => "not answered at all",
            Answerer.Unknown => $"answered{how} by nobody knows whom",
            null => $"answered{how}",
        };
    }
}
