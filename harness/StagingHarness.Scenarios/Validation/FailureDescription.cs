using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Expectations.Quantifiers;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Tells whether an expectation is met only when something fails.</summary>
internal static class FailureDescription
{
    public static bool Fits(ValidationContext context, ExpectationDocument expectation) => expectation.Decides && expectation switch
    {
        AnswersExpectationDocument { Answers.Value: var answers, Quantifier: { } quantifier, Of: var of } =>
            Fits(answers, quantifier, new WantedAnswers(context, of?.Value)),
        HealthExpectationDocument { Health.Value.Status.Value: var status, Quantifier: { } quantifier } =>
            AnswerConditionDocument.IsRight(status) ? NeedsOthers(quantifier) : quantifier.NeedsSome(),
        AvailabilityExpectationDocument { Quantifier: { } quantifier } => NeedsOthers(quantifier),
        JourneyExpectationDocument { Journey.Value.Completed.Value: var completed, Quantifier: { } quantifier } =>
            completed ? NeedsOthers(quantifier) : quantifier.NeedsSome(),
        BrowserExpectationDocument { Browser.Value: { Completed.Value: var completed, Status: var status }, Quantifier: { } quantifier } =>
            completed ? status is null && NeedsOthers(quantifier) : quantifier.NeedsSome(),
        InstanceExpectationDocument { Instance.Value.State.Value: InstanceState.Crashed, Quantifier: { } quantifier } => quantifier.NeedsSome(),
        ProviderExpectationDocument { Provider.Value.Unmatched.Value: true, Quantifier: { } quantifier } => quantifier.NeedsSome(),
        LatencyExpectationDocument { Latency.Value.AtLeast: not null } => true,
        LedgerExpectationDocument { Ledger.Value: var ledger } =>
            ledger.Lost?.Value.AtLeast > 0 || ledger.Doubled?.Value.AtLeast > 0 || ledger.UnacknowledgedPresent?.Value.AtLeast > 0,
        CauseExpectationDocument => true,
        CompareExpectationDocument { Compare.Value: { Claim.Value: ComparisonClaim.More, Answers.Value: var answers }, Of: var of } =>
            answers.MeansFailure(new WantedAnswers(context, of?.Value).MayBeRight),
        _ => false,
    };

    /// <summary>True when it may describe a failure, for all that can be read of it.</summary>
    public static bool MayFit(ValidationContext context, ExpectationDocument expectation) => Fits(context, expectation) || (expectation.Decides && expectation switch
    {
        AnswersExpectationDocument answers => context.IsRecordingUnread || answers.Quantifier is null || answers.Answers?.Value is null or { IsEmpty: true },
        HealthExpectationDocument health => health.Health?.Value.Status is null || health.Quantifier is null,
        AvailabilityExpectationDocument availability => availability.Quantifier is null,
        JourneyExpectationDocument journey => journey.Journey?.Value.Completed is null || journey.Quantifier is null,
        BrowserExpectationDocument browser => browser.Browser?.Value.Completed is null || browser.Quantifier is null,
        InstanceExpectationDocument instance => instance.Instance?.Value.State is null || instance.Quantifier is null,
        ProviderExpectationDocument provider => provider.Provider is null || provider.Quantifier is null,
        LatencyExpectationDocument latency => latency.Latency?.Value is null or { HasBound: true, AtLeast: null, AtMost: null },
        CompareExpectationDocument compare => compare.Compare?.Value.Answers?.Value is null or { IsEmpty: true },
        _ => false,
    });

    private static bool Fits(AnswerConditionDocument answers, Quantifier quantifier, WantedAnswers wanted) =>
        (answers.MeansFailure(wanted.MayBeRight) && quantifier.NeedsSome())
        || (answers.MeansSuccess(wanted.MayBeRight, wanted.IsAlwaysRight) && NeedsOthers(quantifier));

    /// <summary>It can be fulfilled only when something was not so.</summary>
    private static bool NeedsOthers(Quantifier quantifier) => quantifier is ShareQuantifier { Bounds.AtMost: var most } && most < Share.All;
}
