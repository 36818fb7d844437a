using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>
/// Tells what is wrong with the lines of a recording, the first of them and how many more there are; and what is left out of it, the first of each
/// kind and how many there are.
/// </summary>
internal sealed class RecordingFindings(SourceText source, FindingSink findings)
{
    private const int MostTold = 5;
    private readonly SortedSet<int> _untoldStatuses = [];
    private (int First, int Count) _unsent;
    private (int First, int Count) _sentToTls;
    private (int First, int Count) _unlike;
    private (int First, int Count) _untoldAnswers;
    private int _count;
    private int _untold;

    public bool Any => _count > 0;

    /// <summary>Entries that are left out since their answers do not say what is right.</summary>
    public int LeftOutAnswered => _untoldAnswers.Count;

    /// <summary>Entries that are left out, for whatever reason.</summary>
    public int LeftOut => _unsent.Count + _sentToTls.Count + _unlike.Count + _untoldAnswers.Count;

    public void Report(int line, string summary, string hint)
    {
        _count++;
        if (_count <= MostTold)
        {
            findings.Report(FindingCode.RecordingUnreadable, source.Span(line, 1, int.MaxValue), summary, hint);
        }
        else if (_count == MostTold + 1)
        {
            _untold = line;
        }
    }

    /// <summary>What stands there was no request to a server.</summary>
    public void LeaveOut(int line) => Count(ref _unsent, line);

    /// <summary>It was sent to the same place by TLS, where it stands in the recording once more.</summary>
    public void LeaveOutSentToTls(int line) => Count(ref _sentToTls, line);

    /// <summary>Its path cannot be sent as it was recorded.</summary>
    public void LeaveOutUnlike(int line) => Count(ref _unlike, line);

    /// <summary>How it was answered says nothing about the right answer.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="status">0 for no answer.</param>
    public void LeaveOutAnswered(int line, int status)
    {
        Count(ref _untoldAnswers, line);
        _untoldStatuses.Add(status);
    }

    /// <param name="all">Entries of the recording that would have been replayed but for what is left out.</param>
    public void Close(int all)
    {
        if (_count > MostTold)
        {
            findings.Report(
                FindingCode.RecordingUnreadable,
                source.Span(_untold, 1, int.MaxValue),
                _count == MostTold + 1 ? "one more line of the recording cannot be replayed." : $"{_count - MostTold} more lines of the recording cannot be replayed.",
                "mend those above first");
        }

        Warn(all, _unsent, "no request for a path on a server, or none that is recorded as it was sent", "take such entries out of the recording, and this is not told");
        Warn(all, _sentToTls, "redirected to the same path by TLS", "it never reached the service, and what was asked by TLS then is replayed; take such entries out of the recording, and this is not told");
        Warn(all, _unlike, "for a path with '.' or '..' in it, which is not sent as it stands", "clients shorten such paths before they send them; take such entries out of the recording, and this is not told");
        var answers = string.Join(", ", _untoldStatuses.Select(status => status == 0 ? "no answer" : status.ToString(CultureInfo.InvariantCulture)));
        Warn(
            all,
            _untoldAnswers,
            $"answered in a way that does not say what is right ({answers})",
            "write 'answers: 2xx' to replay everything, and to take any 2xx and nothing else for right");
    }

    private static void Count(ref (int First, int Count) lines, int line) =>
        lines = (lines.Count == 0 ? line : Math.Min(lines.First, line), lines.Count + 1);

    private void Warn(int all, (int First, int Count) lines, string what, string hint)
    {
        if (lines.Count > 0)
        {
            findings.Report(
                FindingCode.RecordingShortened,
                source.Span(lines.First, 1, int.MaxValue),
                lines.Count == 1
                    ? $"this is {what}, and is left out of the replay."
                    : string.Create(CultureInfo.InvariantCulture, $"{lines.Count} of {all} entries of the recording are {what}, and are left out of the replay; this is the first."),
                hint);
        }
    }
}
