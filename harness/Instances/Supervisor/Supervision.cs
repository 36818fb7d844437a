using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Supervisor;

/// <summary>
/// Obeys the harness until its commands end, because it has closed them or is gone, however it went. Then it ends all
/// children: SIGTERM, a grace, SIGKILL.
/// </summary>
internal sealed class Supervision(AnswerWriter answers, TimeProvider timeProvider)
{
    /// <summary>How long children may take to end once the harness has gone.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan KillDeadline = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Child> _children = new();
    private readonly ConcurrentDictionary<string, Task> _watches = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Lock _startLock = new();
    private bool _ending;

    /// <summary>Ends everything, as the end of the commands does.</summary>
    public void End() => _ended.TrySetResult();

    public async Task<int> RunAsync(TextReader commands)
    {
        // The reader may sit in a blocking read for ever when a signal ends us; it goes with the process.
        var reading = Task.Run(() => ReadCommands(commands));
        await Task.WhenAny(reading, _ended.Task);
        await EndChildrenAsync();
        Session.KillRest();
        if (reading.IsFaulted)
        {
            await Console.Error.WriteLineAsync(reading.Exception.InnerException!.ToString());
            return 70;
        }

        return 0;
    }

    private void ReadCommands(TextReader commands)
    {
        while (!_ended.Task.IsCompleted && commands.ReadLine() is { } line)
        {
            var command = JsonSerializer.Deserialize(line, SupervisorJson.Default.SupervisorCommand)
                ?? throw new JsonException("A command is null.");
            switch (command)
            {
                case StartCommand start:
                    Start(start);
                    break;
                case SignalCommand signal:
                    if (_children.TryGetValue(signal.Id, out var child))
                    {
                        child.Signal(signal.Signal);
                    }

                    break;
            }
        }
    }

    private void Start(StartCommand command)
    {
        lock (_startLock)
        {
            if (_ending)
            {
                answers.Write(new StartFailedAnswer { Id = command.Id, Problem = "The supervisor is ending." });
                return;
            }

            StartChild(command);
        }
    }

    private void StartChild(StartCommand command)
    {
        Child child;
        try
        {
            child = Child.Start(command, timeProvider);
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            answers.Write(new StartFailedAnswer { Id = command.Id, Problem = exception.Message });
            return;
        }

        _children[command.Id] = child;
        answers.Write(new StartedAnswer { Id = command.Id, ProcessId = child.ProcessId });
        _watches[command.Id] = WatchAsync(command.Id, child);
    }

    private async Task WatchAsync(string id, Child child)
    {
        await Task.Yield();
        var exitCode = await child.WaitAsync();
        _children.TryRemove(id, out _);
        child.Dispose();
        answers.Write(new ExitedAnswer { Id = id, ExitCode = exitCode });
    }

    private async Task EndChildrenAsync()
    {
        lock (_startLock)
        {
            _ending = true;
        }

        if (!await SignalAllAsync(ProcessSignal.Terminate, Grace))
        {
            await SignalAllAsync(ProcessSignal.Kill, KillDeadline);
        }
    }

    private async Task<bool> SignalAllAsync(ProcessSignal signal, TimeSpan deadline)
    {
        foreach (var child in _children.Values)
        {
            child.Signal(signal);
        }

        try
        {
            await Task.WhenAll(_watches.Values).WaitAsync(deadline, timeProvider);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
