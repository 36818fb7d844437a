using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes plans of expectations that have no findings.</summary>
internal static class ExpectationPlanner
{
    public static ImmutableArray<ExpectationPlan> Plan(IEnumerable<Spanned<ExpectationDocument>> expectations) =>
        [.. expectations.Select((expectation, index) => Plan(expectation, string.Create(CultureInfo.InvariantCulture, $"E{index + 1}")))];

    private static ExpectationPlan Plan(Spanned<ExpectationDocument> expectation, string number)
    {
        var name = expectation.Value.Name.Given();
        var place = expectation.Span.ToPlace();
        ExpectationPlan plan = expectation.Value switch
        {
            CountedExpectationDocument counted => CountedExpectationPlanner.Plan(counted, number, name, place),
            PageExpectationDocument page => Page(page, number, name, place),
            AlertExpectationDocument alert => Alert(alert, number, name, place),
            OrderExpectationDocument order => new OrderExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Milestones = [.. order.Order.Given().Select(milestone => milestone.Value)],
            },
            TimeExpectationDocument { Time: var time } => new TimeExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                From = time.Given().From.Given(),
                To = time.Given().To.Given(),
                AtLeast = time.Given().AtLeast?.Value,
                AtMost = time.Given().AtMost?.Value,
            },
            LatencyExpectationDocument latency => Latency(latency, number, name, place),
            CompareExpectationDocument compare => Compare(compare, number, name, place),
            LedgerExpectationDocument ledger => new LedgerExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Lost = ledger.Ledger.Given().Lost?.Value,
                Doubled = ledger.Ledger.Given().Doubled?.Value,
                UnacknowledgedPresent = ledger.Ledger.Given().UnacknowledgedPresent?.Value,
                MinimumSamples = ledger.Samples?.Value ?? Defaults.ExpectationSamples,
            },
            MixedExpectationDocument mixed => new MixedExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                New = mixed.Mixed.Given().New.Given(),
                Of = mixed.Mixed.Given().Of.Given(),
                LeastRequests = mixed.Samples?.Value ?? Defaults.ExpectationSamples,
                LeastTime = mixed.For?.Value ?? TimeSpan.Zero,
            },
            CauseExpectationDocument { Cause: var cause } => new CauseExpectationPlan
            {
                Number = number,
                Name = name,
                Place = place,
                Facet = cause.Given().Facet?.Value,
                Library = cause.Given().Library?.Value,
                Release = cause.Given().Release?.Value,
                Configuration = cause.Given().Configuration?.Value,
            },
            var other => throw new InvalidOperationException($"Expectation '{other.GetType().Name}' has no plan."),
        };
        return plan with { ReportOnly = !expectation.Value.Decides };
    }

    private static PageExpectationPlan Page(PageExpectationDocument page, string number, string name, SourcePlace place) => new()
    {
        Number = number,
        Name = name,
        Place = place,
        Phases = PhasesOf(page),
        Expected = IsExpected(page.Page.Given()),
        Within = page.Within?.Value,
        MinimumSamples = page.Samples?.Value ?? (IsExpected(page.Page.Given()) ? 0 : Defaults.ExpectationSamples),
    };

    private static AlertExpectationPlan Alert(AlertExpectationDocument alert, string number, string name, SourcePlace place)
    {
        var expected = alert.Alert.Given().State.Given() switch
        {
            AlertWish.Fired => true,
            AlertWish.Silent => false,
        };
        return new AlertExpectationPlan
        {
            Number = number,
            Name = name,
            Place = place,
            Phases = PhasesOf(alert),
            Rule = alert.Alert.Given().Rule.Given(),
            Expected = expected,
            Within = alert.Within?.Value,
            Since = alert.Since?.Value,
            MinimumSamples = alert.Samples?.Value ?? (expected ? 0 : Defaults.AlertEvaluations),
        };
    }

    private static LatencyExpectationPlan Latency(LatencyExpectationDocument latency, string number, string name, SourcePlace place)
    {
        var condition = latency.Latency.Given();
        var percentile = condition.Percentile.Given();
        return new LatencyExpectationPlan
        {
            Number = number,
            Name = name,
            Place = place,
            Phases = PhasesOf(latency),
            Percentile = percentile,
            AtLeast = condition.AtLeast?.Value,
            AtMost = condition.AtMost?.Value,
            Of = Selection(latency.Of?.Value),
            MinimumSamples = latency.Samples?.Value ?? Math.Max(Defaults.ExpectationSamples, percentile.LeastSamples),
        };
    }

    private static CompareExpectationPlan Compare(CompareExpectationDocument compare, string number, string name, SourcePlace place)
    {
        var condition = compare.Compare.Given();
        var against = condition.Against.Given();
        var of = Selection(compare.Of?.Value);
        return new CompareExpectationPlan
        {
            Number = number,
            Name = name,
            Place = place,
            Phases = PhasesOf(compare),
            Answers = Condition(condition.Answers.Given()),
            Of = of,
            AgainstPhases = [.. (against.Phase?.Value ?? []).Select(phase => phase.Value)],
            Against = Others(Selection(against.ToSelection()), of),
            Claim = condition.Claim?.Value ?? ComparisonClaim.NoMore,
            Margin = condition.Margin?.Value ?? Defaults.ComparisonMargin,
            Significance = condition.Significance?.Value ?? Defaults.ComparisonSignificance,
            MinimumSamples = compare.Samples?.Value ?? Defaults.ExpectationSamples,
        };
    }

    /// <summary>Like is compared with like: the same requests, unless others are named.</summary>
    private static AnswerSelection Others(AnswerSelection against, AnswerSelection of) =>
        against with { Request = against.Request ?? of.Request, Right = of.Right };

    internal static AnswerCondition Condition(AnswerConditionDocument answers) => new()
    {
        Status = [.. (answers.Status?.Value ?? []).Select(status => status.Value)],
        Right = answers.Right?.Value,
        By = answers.By?.Value,
        Signature = answers.Signature?.Value,
        SlowerThan = answers.SlowerThan?.Value,
    };

    internal static AnswerSelection Selection(AnswerSelectionDocument? of) => new()
    {
        Request = of?.Request is { } request ? $"{request.Value.Method} {request.Value.Path}" : null,
        Release = of?.Release?.Value,
        Platform = of?.Platform?.Value,
        Configuration = of?.Configuration?.Value,
        Instance = of?.Instance?.Value,
        Right = of?.Right?.Value,
    };

    internal static ImmutableArray<string> PhasesOf(ExpectationDocument expectation) =>
        [.. (expectation.Phase?.Value ?? []).Select(phase => phase.Value)];

    private static bool IsExpected(PageWish wish) => wish switch
    {
        PageWish.Sent => true,
        PageWish.None => false,
    };
}
