using System.Diagnostics;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Supervisor;

/// <summary>One process under supervision.</summary>
internal sealed class Child : IDisposable
{
    // Long enough for what lies in the pipes, short enough for a grandchild that keeps them open.
    private static readonly TimeSpan DrainDeadline = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly LogFile _log;
    private readonly OutputPump[] _pumps;
    private readonly TimeProvider _timeProvider;
    private readonly Lock _lock = new();
    private bool _disposed;
    private bool _paused;

    private Child(Process process, LogFile log, TimeProvider timeProvider)
    {
        _process = process;
        _log = log;
        _timeProvider = timeProvider;
        _pumps =
        [
            new OutputPump(process.StandardOutput.BaseStream, LogSource.Out, log),
            new OutputPump(process.StandardError.BaseStream, LogSource.Err, log),
        ];
    }

    public int ProcessId => _process.Id;

    /// <exception cref="Exception">The program does not exist or cannot be started, or the log file cannot be opened.</exception>
    public static Child Start(StartCommand command, TimeProvider timeProvider)
    {
        var log = new LogFile(command.LogFile, timeProvider);
        try
        {
            var process = Process.Start(CreateStartInfo(command))
                ?? throw new InvalidOperationException($"Program '{command.File}' started no process.");
            // The child reads an end at once, and never what the harness tells its supervisor.
            process.StandardInput.Close();
            return new Child(process, log, timeProvider);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the process has ended and its output is in the log.</summary>
    public async Task<int> WaitAsync()
    {
        var pumping = Task.WhenAll(_pumps.Select(pump => pump.RunAsync()));
        await _process.WaitForExitAsync(CancellationToken.None);
        try
        {
            await pumping.WaitAsync(DrainDeadline, _timeProvider);
        }
        catch (TimeoutException)
        {
            foreach (var pump in _pumps)
            {
                pump.WriteRest();
            }
        }

        return _process.ExitCode;
    }

    /// <summary>Signals the process, unless it has ended: its id may be another's by then.</summary>
    public void Signal(ProcessSignal signal)
    {
        lock (_lock)
        {
            if (!_disposed && !_process.HasExited)
            {
                Send(signal);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _process.Dispose();
        }

        _log.Dispose();
    }

    private void Send(ProcessSignal signal)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows knows no polite signal for a process without a console of its own, and none to freeze it (not tried).
            if (signal is ProcessSignal.Terminate or ProcessSignal.Kill)
            {
                _process.Kill();
            }

            return;
        }

        switch (signal)
        {
            case ProcessSignal.Terminate:
                ChildSignal.Terminate(ProcessId);
                if (_paused)
                {
                    Resume();
                }

                break;
            case ProcessSignal.Kill:
                // Frozen first, so that nothing of it is born while it is killed.
                foreach (var processId in ProcessTree.Freeze(ProcessId))
                {
                    ChildSignal.Kill(processId);
                }

                break;
            case ProcessSignal.Pause:
                _paused = true;
                ProcessTree.Freeze(ProcessId);
                break;
            case ProcessSignal.Resume:
                Resume();
                break;
        }
    }

    private void Resume()
    {
        _paused = false;
        ProcessTree.Continue(ProcessId);
    }

    private static ProcessStartInfo CreateStartInfo(StartCommand command)
    {
        var startInfo = new ProcessStartInfo(command.File)
        {
            WorkingDirectory = command.WorkingDirectory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Arguments)
        {
            startInfo.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in command.Environment)
        {
            if (value is null)
            {
                startInfo.Environment.Remove(name);
            }
            else
            {
                startInfo.Environment[name] = value;
            }
        }

        return startInfo;
    }
}
