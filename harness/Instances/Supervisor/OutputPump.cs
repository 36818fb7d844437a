using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Supervisor;

/// <summary>Carries one stream of a process into its log file until the stream ends.</summary>
internal sealed class OutputPump(Stream output, LogSource source, LogFile log)
{
    private readonly LineSplitter _splitter = new();
    private readonly Lock _lock = new();

    public async Task RunAsync()
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await output.ReadAsync(buffer)) > 0)
        {
            lock (_lock)
            {
                log.Write(source, _splitter.Split(buffer.AsSpan(0, count)));
            }
        }

        WriteRest();
    }

    /// <summary>Writes an unfinished last line; for a stream that a grandchild holds open after its process has ended.</summary>
    public void WriteRest()
    {
        lock (_lock)
        {
            log.Write(source, _splitter.TakeRest());
        }
    }
}
