using StagingHarness.Scenarios.Documents.Expectations;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>One request of a recording.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Method">As written.</param>
/// <param name="Path">With its query.</param>
internal sealed record RecordedRequest(int Line, DateTimeOffset At, string Method, string Path)
{
    /// <summary>To which host, with its port where that is not the usual one; null when the recording does not say.</summary>
    public string? Host { get; init; }

    /// <summary>It was answered with a redirect that changes nothing but the scheme: to TLS, by whoever stands in front of the service, or by the browser itself.</summary>
    public bool IsSentToTls { get; init; }

    /// <summary>What it carried, empty for nothing; null when the recording does not say.</summary>
    public string? Body { get; init; }

    /// <summary>Of the body.</summary>
    public string? ContentType { get; init; }

    /// <summary>As which it was answered; 0 when there was no answer, or none is recorded.</summary>
    public int Status { get; init; }

    /// <summary>The one status that was right; null for any 2xx.</summary>
    public int? Wanted { get; init; }

    public RequestKind Kind => new(Method, Path, Body is { Length: > 0 } body ? body : null, ContentType, Wanted == AnswerConditionDocument.RefusedStatus);
}
