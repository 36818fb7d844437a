using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Tells whether an expectation is met only when something fails.</summary>
internal static class FailureDescription
{
    public static bool Fits(ExpectationDocument expectation) => expectation switch
    {
        AnswersExpectationDocument { Answers.Value: var answers, Share.Value: var share } =>
            (MeansWrong(answers) && share.AtLeast.Value > 0) || (MeansRight(answers) && share.AtMost.Value < 1),
        HealthExpectationDocument { Health.Value.Status.Value: var status, Share.Value: var share } =>
            IsRight(status) ? share.AtMost.Value < 1 : share.AtLeast.Value > 0,
        LedgerExpectationDocument { Ledger.Value: var ledger } => ledger.Lost?.Value.AtLeast > 0 || ledger.Doubled?.Value.AtLeast > 0,
        _ => false,
    };

    /// <summary>Answered 2xx.</summary>
    public static bool IsRight(int status) => status is >= 200 and < 300;

    private static bool MeansWrong(AnswerConditionDocument answers) =>
        answers.Right is { Value: false }
        || (answers.Status is { } status && !IsRight(status.Value))
        || answers.By is { Value: Answerer.Gateway or Answerer.Nobody };

    private static bool MeansRight(AnswerConditionDocument answers) =>
        !MeansWrong(answers) && (answers.Right is { Value: true } || answers.Status is not null);
}
