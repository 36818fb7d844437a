using System.Collections.Immutable;
using System.Net.Http.Headers;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>Reads the recording that a scenario names. Every line that cannot be replayed is a finding; what is left out without the author's word is told.</summary>
internal static class RecordingReader
{
    /// <summary>A plan holds all of them.</summary>
    private const int MostRequests = 100_000;

    /// <summary>Of different kinds; each has its own number in the samples.</summary>
    private const int MostKinds = 10_000;

    /// <param name="root">The scenario root.</param>
    /// <param name="scenarioFile">The scenario, from which the path of the recording counts.</param>
    /// <param name="replay">What it says of the recording.</param>
    /// <param name="answers">Which answers are right.</param>
    /// <param name="findings">Hears of what is wrong, and of what is left out.</param>
    /// <returns>Null when there is none, which is a finding.</returns>
    public static Recording? Read(RootFolder root, string scenarioFile, ReplayDocument replay, RecordedAnswers answers, FindingSink findings)
    {
        if (replay.File is not { } named || DocumentFile.Locate(root, scenarioFile, named, "recording", findings) is not { } file
            || DocumentFile.ReadRecording(root, file, findings) is not { } source)
        {
            return null;
        }

        var told = new RecordingFindings(source, findings);
        var all = source.Text.AsSpan().TrimStart().StartsWith("{") ? new HarReader(source, told).Read() : AccessLogReader.Read(source, told);
        var only = replay.Only?.Value.Select(method => method.Value).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<RecordedRequest> read = [.. all.Where(request => only is null || only.Contains(request.Method))];
        var sent = RecordedHosts.Choose(read, replay.Hosts, named, findings);
        ImmutableArray<RecordedRequest> wanted = [.. Answered(sent ?? [], answers, told)];
        foreach (var request in wanted)
        {
            CheckRequest(request, told);
        }

        told.Close(wanted.Length + told.LeftOut);
        if (sent is null)
        {
            return null;
        }

        if (!told.Any && Unfit(wanted, told) is var (what, hint))
        {
            findings.Report(FindingCode.RecordingUnreadable, named.Span, $"recording '{file}' {what}.", hint);
            return null;
        }

        return told.Any ? null : new Recording(file, wanted) { LeftOut = told.LeftOut };
    }

    private static IEnumerable<RecordedRequest> Answered(ImmutableArray<RecordedRequest> requests, RecordedAnswers answers, RecordingFindings told)
    {
        if (answers == RecordedAnswers.Success)
        {
            return requests;
        }

        var replayed = new List<RecordedRequest>(requests.Length);
        foreach (var request in requests)
        {
            if (request.IsSentToTls)
            {
                told.LeaveOutSentToTls(request.Line);
            }
            else if (RightAnswers.IsTold(request.Status))
            {
                replayed.Add(request with { Wanted = RightAnswers.Wanted(request.Status) });
            }
            else
            {
                told.LeaveOutAnswered(request.Line, request.Status);
            }
        }

        return replayed;
    }

    private static void CheckRequest(RecordedRequest request, RecordingFindings told)
    {
        if (!RequestShape.Methods.Contains(request.Method, StringComparer.Ordinal))
        {
            told.Report(request.Line, $"'{request.Method}' is not a method that can be replayed.", "say which ones are: 'only: [GET, HEAD]'");
        }
        else if (RequestShape.Writes(request.Method) && request.Body is null)
        {
            told.Report(
                request.Line, $"what this {request.Method} carried is not recorded.", "say which methods are replayed, 'only: [GET, HEAD]'; a HAR file holds bodies, too");
        }
        else if (!UrlPathShape.IsPath(request.Path))
        {
            told.Report(request.Line, $"'{request.Path}' is no path on the server.", "it begins with a slash and has no spaces; mend it, or take the line out");
        }
        else if (request.ContentType is { } type && !MediaTypeHeaderValue.TryParse(type, out _))
        {
            told.Report(request.Line, $"'{type}' is no media type.", "write 'mimeType' like 'application/json', or take it out");
        }
    }

    private static (string What, string Hint)? Unfit(ImmutableArray<RecordedRequest> requests, RecordingFindings told)
    {
        if (requests.IsEmpty)
        {
            return told.LeftOutAnswered > 0
                ? ("has no request whose answer says what is right", "write 'answers: 2xx' to replay all of them, or record a stretch in which the service answered")
                : ("has no request that would be replayed", "record some, or let 'only' name their methods");
        }

        if (requests.Length > MostRequests)
        {
            return ($"has {requests.Length} requests, and a plan holds {MostRequests} at most", "take a stretch of it; it is replayed over and over");
        }

        return requests.Select(request => request.Kind).Distinct().Count() > MostKinds
            ? ($"has more than {MostKinds} different requests", "take a stretch of it")
            : null;
    }
}
