using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Supervisor;

/// <summary>Carries one stream of a process into its log file until the stream ends.</summary>
internal sealed class OutputPump(Stream output, LogSource source, LogFile log)
{
    private readonly LineSplitter _splitter = new();
    private readonly Lock _lock = new();
    private bool _logIsFull;

    public async Task RunAsync()
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await output.ReadAsync(buffer)) > 0)
        {
            lock (_lock)
            {
                Write(_splitter.Split(buffer.AsSpan(0, count)));
            }
        }

        WriteRest();
    }

    /// <summary>Writes an unfinished last line; for a stream that a grandchild holds open after its process has ended.</summary>
    public void WriteRest()
    {
        lock (_lock)
        {
            Write(_splitter.TakeRest());
        }
    }

    /// <summary>
    /// A log that cannot be written (the disk is full) must not stop the process that writes to it: its output is taken and
    /// thrown away from then on, and standard error says so once.
    /// </summary>
    private void Write(IReadOnlyList<string> lines)
    {
        if (_logIsFull)
        {
            return;
        }

        try
        {
            log.Write(source, lines);
        }
        catch (IOException exception)
        {
            _logIsFull = true;
            Console.Error.WriteLine($"A log cannot be written any more, and the output is lost from here on: {exception.Message}");
        }
    }
}
