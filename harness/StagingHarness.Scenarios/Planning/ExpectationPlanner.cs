using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of expectations that have no findings.</summary>
internal static class ExpectationPlanner
{
    public static ImmutableArray<ExpectationPlan> Plan(IEnumerable<Spanned<ExpectationDocument>> expectations) =>
        [.. expectations.Select((expectation, index) => Plan(expectation, string.Create(CultureInfo.InvariantCulture, $"E{index + 1}")))];

    private static ExpectationPlan Plan(Spanned<ExpectationDocument> expectation, string number) => expectation.Value switch
    {
        AnswersExpectationDocument answers => new AnswersExpectationPlan
        {
            Number = number,
            Name = answers.Name.Given(),
            Place = expectation.Span.ToPlace(),
            Phases = Phases(answers.Phase),
            Answers = Condition(answers.Answers.Given()),
            Share = answers.Share.Given(),
            Samples = Minimum(answers.Samples, answers.SamplesPerInstance),
        },
        HealthExpectationDocument health => new HealthExpectationPlan
        {
            Number = number,
            Name = health.Name.Given(),
            Place = expectation.Span.ToPlace(),
            Phases = Phases(health.Phase),
            Status = health.Health.Given().Status.Given(),
            Share = health.Share.Given(),
            Samples = Minimum(health.Samples, health.SamplesPerInstance),
        },
        PageExpectationDocument page => new PageExpectationPlan
        {
            Number = number,
            Name = page.Name.Given(),
            Place = expectation.Span.ToPlace(),
            Phases = page.Phase is null ? [] : Phases(page.Phase),
            Expected = IsExpected(page.Page.Given()),
            Within = page.Within?.Value,
            MinimumSamples = page.Samples?.Value ?? (IsExpected(page.Page.Given()) ? 0 : Defaults.ExpectationSamples),
        },
        OrderExpectationDocument order => new OrderExpectationPlan
        {
            Number = number,
            Name = order.Name.Given(),
            Place = expectation.Span.ToPlace(),
            Milestones = [.. order.Order.Given().Select(milestone => milestone.Value)],
        },
        LedgerExpectationDocument ledger => new LedgerExpectationPlan
        {
            Number = number,
            Name = ledger.Name.Given(),
            Place = expectation.Span.ToPlace(),
            Lost = ledger.Ledger.Given().Lost?.Value,
            Doubled = ledger.Ledger.Given().Doubled?.Value,
            MinimumSamples = ledger.Samples?.Value ?? Defaults.ExpectationSamples,
        },
        MixedExpectationDocument mixed => new MixedExpectationPlan
        {
            Number = number,
            Name = mixed.Name.Given(),
            Place = expectation.Span.ToPlace(),
            New = mixed.Mixed.Given().New.Given(),
            Of = mixed.Mixed.Given().Of.Given(),
            LeastRequests = mixed.Samples?.Value ?? Defaults.ExpectationSamples,
            LeastTime = mixed.For?.Value ?? TimeSpan.Zero,
        },
        var other => throw new InvalidOperationException($"Expectation '{other.GetType().Name}' has no plan."),
    };

    private static bool IsExpected(PageWish wish) => wish switch
    {
        PageWish.Sent => true,
        PageWish.None => false,
    };

    private static AnswerCondition Condition(AnswerConditionDocument answers) => new()
    {
        Status = answers.Status?.Value,
        Right = answers.Right?.Value,
        By = answers.By?.Value,
    };

    private static SampleMinimum Minimum(Spanned<int>? total, Spanned<int>? perInstance) =>
        new(total?.Value ?? Defaults.ExpectationSamples, perInstance?.Value ?? Defaults.ExpectationSamplesPerInstance);

    private static ImmutableArray<string> Phases(Spanned<ImmutableArray<Spanned<string>>>? phases) =>
        [.. phases.Given().Select(phase => phase.Value)];
}
