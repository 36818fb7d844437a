using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace StagingHarness.Execution.Engines.Docker.Images;

/// <summary>Keeps the last lines that Testcontainers logs, for the message when something fails; shows none of them.</summary>
internal sealed class OutputLines : ILogger
{
    private const int MostLines = 50;

    private readonly ConcurrentQueue<string> _lines = new();

    public ImmutableArray<string> Last => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        foreach (var line in formatter(state, exception).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            _lines.Enqueue(line);
            while (_lines.Count > MostLines && _lines.TryDequeue(out _))
            {
            }
        }
    }
}
