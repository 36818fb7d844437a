using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>Tells what is wrong with the lines of a recording: the first of them, and how many more there are.</summary>
internal sealed class RecordingFindings(SourceText source, FindingSink findings)
{
    private const int MostTold = 20;
    private int _count;

    public bool Any => _count > 0;

    public void Report(int line, string summary, string hint)
    {
        if (_count++ < MostTold)
        {
            findings.Report(FindingCode.RecordingUnreadable, source.Span(line, 1, int.MaxValue), summary, hint);
        }
    }

    public void Close()
    {
        if (_count > MostTold)
        {
            findings.Report(
                FindingCode.RecordingUnreadable, source.Start(), $"{_count - MostTold} more lines of the recording cannot be replayed.", "mend those above first");
        }
    }
}
