using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using StagingHarness.Execution.Engines.Readiness;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>Follows what a container writes into a log file of the run folder, in the form that all engines' logs have.</summary>
internal sealed class ContainerLog : IDisposable
{
    private const int LastLines = 50;
    private const int BufferSize = 16 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private readonly string _file;
    private readonly long _start;
    private readonly StreamWriter _writer;
    private readonly Dictionary<LogSource, long> _written = new() { [LogSource.Out] = 0, [LogSource.Err] = 0 };
    private Dictionary<LogSource, long> _skip = [];

    /// <param name="file">Full path; a start that is tried again writes on where the last one ended.</param>
    public ContainerLog(string file)
    {
        _file = file;
        _start = File.Exists(file) ? new FileInfo(file).Length : 0;
        _writer = new StreamWriter(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            NewLine = "\n",
            AutoFlush = true,
        };
    }

    /// <summary>The last fifty lines, without their times.</summary>
    public ImmutableArray<string> Last
    {
        get
        {
            lock (_lock)
            {
                return [.. _last];
            }
        }
    }

    public LogSearch Search(string pattern) => new(_file, _start, pattern);

    /// <summary>All lines so far, without their times.</summary>
    public async Task<ImmutableArray<string>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        await using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (LogLine.TryParse(line, out var parsed))
            {
                lines.Add(parsed.Text);
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>Writes until the container has ended and all of its output is written.</summary>
    public async Task FollowAsync(DockerClient client, string container, CancellationToken cancellationToken)
    {
        await ReadAsync(client, container, follow: true, cancellationToken);

        // Engines stop following when the container ends, and may leave out what it wrote last: what is there now is read once more.
        _skip = new Dictionary<LogSource, long>(_written);
        await ReadAsync(client, container, follow: false, cancellationToken);
    }

    /// <summary>Writes a line of the harness's own.</summary>
    public void Note(string text, DateTimeOffset now)
    {
        lock (_lock)
        {
            Keep(new LogLine(now, LogSource.Err, text));
        }
    }

    public void Dispose() => _writer.Dispose();

    private async Task ReadAsync(DockerClient client, string container, bool follow, CancellationToken cancellationToken)
    {
        using var stream = await client.Containers.GetContainerLogsAsync(
            container,
            new ContainerLogsParameters { ShowStdout = true, ShowStderr = true, Follow = follow, Timestamps = true },
            cancellationToken);
        var buffer = new byte[BufferSize];
        var pending = new Dictionary<LogSource, MemoryStream> { [LogSource.Out] = new(), [LogSource.Err] = new() };
        while (await stream.ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken) is { EOF: false } read)
        {
            var source = read.Target == MultiplexedStream.TargetStream.StandardError ? LogSource.Err : LogSource.Out;
            Take(source, pending[source], buffer.AsSpan(0, read.Count));
        }

        foreach (var (source, rest) in pending)
        {
            WriteLine(source, rest);
        }
    }

    private void Take(LogSource source, MemoryStream pending, ReadOnlySpan<byte> bytes)
    {
        for (var feed = bytes.IndexOf((byte)'\n'); feed >= 0; feed = bytes.IndexOf((byte)'\n'))
        {
            pending.Write(bytes[..feed]);
            WriteLine(source, pending);
            bytes = bytes[(feed + 1)..];
        }

        pending.Write(bytes);
    }

    private void WriteLine(LogSource source, MemoryStream pending)
    {
        if (pending.Length == 0)
        {
            return;
        }

        // "2026-05-13T14:00:00.123456789Z text": the engine's moment, then what was written.
        var line = Encoding.UTF8.GetString(pending.GetBuffer(), 0, (int)pending.Length).TrimEnd('\r');
        pending.SetLength(0);
        if (_skip.GetValueOrDefault(source) is var known and > 0)
        {
            _skip[source] = known - 1;
            return;
        }

        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (stamp, text) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
        if (!DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            (time, text) = (DateTimeOffset.UnixEpoch, line);
        }

        lock (_lock)
        {
            Keep(new LogLine(time, source, text));
            _written[source]++;
        }
    }

    private void Keep(LogLine line)
    {
        _writer.WriteLine(line.Format());
        _last.Enqueue(line.Text);
        if (_last.Count > LastLines)
        {
            _last.Dequeue();
        }
    }
}
