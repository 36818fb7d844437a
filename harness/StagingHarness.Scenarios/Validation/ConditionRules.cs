using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Scenarios.Validation;

/// <summary>The parts of a condition can hold together.</summary>
internal static class ConditionRules
{
    public static void CheckAnswers(ValidationContext context, Spanned<AnswerConditionDocument>? answers, AnswerSelectionDocument? of)
    {
        if (answers is null)
        {
            return;
        }

        var wanted = new WantedAnswers(context, of);
        var (status, right, by) = (answers.Value.Status, answers.Value.Right, answers.Value.By);
        if (by is { Value: Answerer.Nobody } && (status is not null || right is { Value: true }))
        {
            Contradict(context, by.Span, "nobody answers with a status, or rightly", "keep 'by: nobody' alone");
        }
        else if (right is not null && status?.Value.FirstOrDefault(one => !(right.Value ? wanted.MayBeRight(one.Value) : wanted.MayBeWrong(one.Value))) is { } other)
        {
            Contradict(
                context,
                right.Span,
                $"status {other.Value} is {(right.Value ? "not " : "")}a right answer",
                "keep 'status' and remove 'right'; right means 2xx, or as a request asks for by 'answer' or 'credentials', or, in a replay, what was recorded");
        }

        if (answers.Value.Signature is { } signature)
        {
            CheckSignature(context, answers.Value, signature);
        }
    }

    public static void CheckProvider(ValidationContext context, Spanned<ProviderConditionDocument> provider)
    {
        if (provider.Value.Unmatched is { Value: false } known)
        {
            context.Findings.Report(
                FindingCode.KeyDoesNotFit,
                known.Span,
                "'unmatched: false' asks nothing.",
                "write 'unmatched: true' with 'at-most: 0 times' for none, or name an 'endpoint'");
        }
        else if (provider.Value is { Unmatched: { } unmatched, Endpoint: not null })
        {
            context.Findings.Report(
                FindingCode.ConditionImpossible,
                unmatched.Span,
                "no call is like this: what goes to an endpoint is matched.",
                "keep 'endpoint' or 'unmatched'");
        }

        EndpointNames.Check(context, provider.Value.Endpoint);
        if (context.System is { Provider: null })
        {
            context.Findings.Report(
                FindingCode.NoProvider,
                provider.Span,
                "the system has no provider, so nobody calls it.",
                "add 'provider' to the system file, or remove this expectation");
        }
    }

    private static void CheckSignature(ValidationContext context, AnswerConditionDocument answers, Spanned<AnswerSignature> signature)
    {
        var name = KebabCase.Of(signature.Value.ToString());
        if (answers.Right is { Value: true } right)
        {
            Contradict(context, right.Span, $"'{name}' is the signature of a failure", "keep 'signature' and remove 'right'");
        }
        else if (signature.Value is AnswerSignature.ConnectionError or AnswerSignature.TimedOut && answers.By is { Value: Answerer.App } by)
        {
            Contradict(context, by.Span, $"with '{name}' no answer of the app came", "keep 'signature' and remove 'by'");
        }
        else if (answers.Status?.Value.FirstOrDefault(status => !Fits(signature.Value, status.Value)) is { } status)
        {
            Contradict(context, status.Span, $"status {status.Value} is not '{name}'", "keep 'signature' or 'status'");
        }
    }

    private static bool Fits(AnswerSignature signature, int status) => signature switch
    {
        AnswerSignature.ServerError => status >= 500,
        AnswerSignature.Unauthorized => status == 401,
        AnswerSignature.Forbidden => status == 403,
        AnswerSignature.Redirected => status is >= 300 and < 400,
        AnswerSignature.HeaderTooLarge => status == 431,
        AnswerSignature.OtherError => AnswerConditionDocument.IsRight(status) || status is (>= 100 and < 200) or (>= 400 and < 500 and not (401 or 403 or 431)),
        AnswerSignature.ConnectionError => status is 502 or 503,
        AnswerSignature.TimedOut => status == 504,
        AnswerSignature.WrongContent => status is >= 100 and < 600,
        AnswerSignature.LetIn => AnswerConditionDocument.IsRight(status),
        AnswerSignature.RedirectLoop => status is >= 300 and < 400,
    };

    private static void Contradict(ValidationContext context, SourceSpan span, string why, string hint) =>
        context.Findings.Report(FindingCode.ConditionImpossible, span, $"no answer is like this: {why}.", hint);
}
