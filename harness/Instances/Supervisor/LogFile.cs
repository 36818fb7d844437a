using System.Text;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Supervisor;

/// <summary>The log file of one process; its two streams write whole lines, in the order in which they came.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly StreamWriter _writer;
    private readonly TimeProvider _timeProvider;
    private bool _closed;

    public LogFile(string path, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    public void Write(LogSource source, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            var now = _timeProvider.GetUtcNow();
            foreach (var line in lines)
            {
                _writer.WriteLine(new LogLine(now, source, line).Format());
            }

            // Whoever reads the tail of a living process's log sees all that came so far.
            _writer.Flush();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _writer.Dispose();
        }
    }
}
