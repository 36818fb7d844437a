using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>Tells what is wrong with the lines of a recording: the first of them, and how many more there are.</summary>
internal sealed class RecordingFindings(SourceText source, FindingSink findings)
{
    private const int MostTold = 5;
    private int _count;
    private int _untold;

    public bool Any => _count > 0;

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

    public void Close()
    {
        if (_count > MostTold)
        {
            findings.Report(
                FindingCode.RecordingUnreadable,
                source.Span(_untold, 1, int.MaxValue),
                _count == MostTold + 1 ? "one more line of the recording cannot be replayed." : $"{_count - MostTold} more lines of the recording cannot be replayed.",
                "mend those above first");
        }
    }
}
