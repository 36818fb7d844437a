using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Outcomes;

/// <summary>Tells in which way a request failed.</summary>
public static class Signatures
{
    /// <summary>Null when it was answered rightly.</summary>
    public static AnswerSignature? Of(Sample sample) => sample switch
    {
        { Right: true } => null,
        { Failure: Failure.None, Check: AnswerCheck.WrongContent } => AnswerSignature.WrongContent,
        { Failure: Failure.None, Check: AnswerCheck.LetIn } => AnswerSignature.LetIn,
        { Failure: Failure.None, Check: AnswerCheck.RedirectLoop } => AnswerSignature.RedirectLoop,
        { Failure: Failure.TimedOut } => AnswerSignature.TimedOut,
        { Answerer: Answerer.Nobody } => AnswerSignature.ConnectionError,
        { Answerer: Answerer.Gateway, Status: 504 } => AnswerSignature.TimedOut,
        { Answerer: Answerer.Gateway } => AnswerSignature.ConnectionError,
        { Status: 401 } => AnswerSignature.Unauthorized,
        { Status: 403 } => AnswerSignature.Forbidden,
        { Status: 431 } => AnswerSignature.HeaderTooLarge,
        { Status: >= 500 } => AnswerSignature.ServerError,
        { Status: >= 300 and < 400 } => AnswerSignature.Redirected,
        _ => AnswerSignature.OtherError,
    };
}
