using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Expectations;
using StagingHarness.Scenarios.Documents.Recordings;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Which statuses are right: those that the requests ask for by <c>answer</c> or <c>credentials</c>, or that were recorded, else 2xx.</summary>
internal sealed class WantedAnswers
{
    private readonly List<RequestDocument> _requests;

    /// <summary>A recording that cannot be read is a finding, and what it would have held says nothing against anything else.</summary>
    private readonly bool _isUnknown;

    /// <param name="context">The scenario.</param>
    /// <param name="of">Which of its requests count; null for all.</param>
    public WantedAnswers(ValidationContext context, AnswerSelectionDocument? of)
    {
        _isUnknown = context.IsRecordingUnread;
        List<RequestDocument> sent =
        [
            .. (context.Scenario.Traffic?.Value.AllRequests ?? []).Select(request => request.Value),
            .. (context.Recording?.Requests ?? []).GroupBy(request => request.Kind).Select(kind => Recorded(kind, context.Root.Span)),
        ];
        var wanted = of?.Request?.Value;
        _requests = [.. sent.Where(request => wanted is null || request.Request?.Value == wanted)];
        if (_requests.Count == 0)
        {
            // What cannot be told wants nothing but a 2xx.
            _requests.Add(new RequestDocument());
        }
    }

    public bool MayBeRight(int status) => _isUnknown || _requests.Any(request => Wants(request, status));

    public bool IsAlwaysRight(int status) => !_isUnknown && _requests.All(request => Wants(request, status));

    /// <summary>It is wrong for one of them, or may carry what is wrong.</summary>
    public bool MayBeWrong(int status) => _isUnknown || _requests.Any(request => !Wants(request, status) || LooksAtContent(request));

    private static RequestDocument Recorded(IGrouping<RequestKind, RecordedRequest> kind, SourceSpan span) => new()
    {
        Request = new Spanned<HttpRequestLine>(new HttpRequestLine(kind.Key.Method, kind.Key.Path), span),
        Answer = RightAnswers.Of(kind) is { IsEmpty: false } statuses
            ? new Spanned<RequestAnswerDocument>(new RequestAnswerDocument { Status = new([.. statuses.Select(status => new Spanned<int>(status, span))], span) }, span)
            : null,
    };

    private static bool LooksAtContent(RequestDocument request) =>
        request.Captures is not null || request.Answer?.Value is { Contains: not null } or { Matches: not null } or { Json: not null };

    private static bool Wants(RequestDocument request, int status) => request switch
    {
        { Answer.Value.Status: { } wanted } => wanted.Value.Any(one => one.Value == status),
        { Credentials: { } shown } when shown.Value != ShownCredentials.Valid => status == AnswerConditionDocument.RefusedStatus,
        _ => AnswerConditionDocument.IsRight(status),
    };
}
