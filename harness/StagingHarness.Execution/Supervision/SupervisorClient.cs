using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using StagingHarness.Execution.Programs;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// The harness's end of a supervisor: starts it, starts processes under it, and ends them all with it. When the supervisor is
/// lost, every process that it had is killed, and every later call says so.
/// </summary>
internal sealed class SupervisorClient : IAsyncDisposable
{
    private const int LinesKept = 50;

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(30);

    // More than the supervisor itself takes at the most: its children's grace, the kill, and draining their output.
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(12);

    // For what was killed to be gone from the process table.
    private static readonly TimeSpan RestDeadline = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string _runId;
    private readonly OwnerLabel _owner;
    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentDictionary<string, SupervisedProcess> _children = new();
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly Lock _lock = new();
    private readonly Task _reading;
    private readonly Task _listening;
    private SupervisorLostException? _loss;
    private bool _ending;
    private int _lastId;

    private SupervisorClient(Process process, string runId, OwnerLabel owner, TimeProvider timeProvider)
    {
        ProcessId = process.Id;
        _process = process;
        _runId = runId;
        _owner = owner;
        _timeProvider = timeProvider;
        _listening = ListenToProblemsAsync();
        _reading = ReadAnswersAsync();
    }

    public int ProcessId { get; }

    /// <summary>Starts a supervisor; it takes commands at once and obeys them as soon as it is up.</summary>
    /// <exception cref="HarnessProgramMissingException">The supervisor is not there.</exception>
    /// <exception cref="DotnetHostMissingException">There is no host to run it with.</exception>
    public static SupervisorClient Start(HarnessProgramLocator programs, string runId, TimeProvider timeProvider)
    {
        var owner = OwnerLabel.OfThisProcess();
        var startInfo = programs.LocateNativeSupervisor() is { } native
            ? new ProcessStartInfo(native)
            : new ProcessStartInfo(DotnetHost.Locate(), [programs.LocateSupervisor()]);
        startInfo.UseShellExecute = false;
        startInfo.CreateNoWindow = true;
        startInfo.RedirectStandardInput = true;
        startInfo.RedirectStandardOutput = true;
        startInfo.RedirectStandardError = true;
        startInfo.Environment[LabelledProcess.RunVariable] = runId;
        startInfo.Environment[LabelledProcess.OwnerVariable] = owner.ToString();
        foreach (var name in InheritedEnvironment.OfHosts())
        {
            startInfo.Environment.Remove(name);
        }

        try
        {
            return new SupervisorClient(Process.Start(startInfo)!, runId, owner, timeProvider);
        }
        catch (Win32Exception exception)
        {
            throw new ProcessStartException(startInfo.FileName, exception.Message);
        }
    }

    /// <summary>Starts a process under the supervisor. The id of the command is given here.</summary>
    /// <exception cref="ProcessStartException">The program could not be started.</exception>
    /// <exception cref="SupervisorLostException">The supervisor has ended, or does not answer.</exception>
    public async Task<SupervisedProcess> StartAsync(Func<string, StartCommand> createCommand, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var command = createCommand(id);
        var child = new SupervisedProcess(id, this);
        _children[id] = child;
        Send(command);
        try
        {
            // Not cancelled: a start that nobody waits for would leave a process that nobody knows. It takes milliseconds.
            await child.Started.WaitAsync(StartDeadline, _timeProvider, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            throw new SupervisorLostException(
                $"did not start '{command.File}' within {StartDeadline.TotalSeconds:0} s", [.. _problems]);
        }
        catch (ProcessStartException exception)
        {
            throw new ProcessStartException(command.File, exception.Message);
        }

        return child;
    }

    /// <summary>Sends a command.</summary>
    /// <exception cref="SupervisorLostException">The supervisor has ended.</exception>
    internal void Send(SupervisorCommand command)
    {
        var line = JsonSerializer.Serialize(command, SupervisorJson.Default.SupervisorCommand);
        lock (_lock)
        {
            if (_loss is not null)
            {
                throw _loss;
            }

            try
            {
                _process.StandardInput.Write(line + "\n");
                _process.StandardInput.Flush();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                throw _loss ?? new SupervisorLostException("does not listen any more", [.. _problems]);
            }
        }
    }

    /// <exception cref="SupervisorLostException">The supervisor has ended.</exception>
    public void ThrowIfLost()
    {
        lock (_lock)
        {
            if (_loss is not null && !_ending)
            {
                throw _loss;
            }
        }
    }

    /// <summary>Living processes that were started under this supervisor, also those whose parents have ended. Linux only.</summary>
    public IEnumerable<int> FindChildren() => FindLabelled().Select(process => process.ProcessId);

    /// <summary>Ends the supervisor and what still runs under it.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_ending)
            {
                return;
            }

            _ending = true;
            try
            {
                _process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has ended already; nothing to tell it.
            }
        }

        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(EndDeadline, _timeProvider);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await Task.WhenAll(_reading, _listening);
        await EndRestAsync();
        _process.Dispose();
    }

    private async Task EndRestAsync()
    {
        var start = _timeProvider.GetTimestamp();
        KillChildren();
        while (FindLabelled().Any() && _timeProvider.GetElapsedTime(start) < RestDeadline)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), _timeProvider, CancellationToken.None);
        }
    }

    private async Task ReadAnswersAsync()
    {
        await Task.Yield();
        try
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                Handle(JsonSerializer.Deserialize(line, SupervisorJson.Default.SupervisorAnswer));
            }

            await _process.WaitForExitAsync();
            Lose($"ended with exit code {_process.ExitCode}");
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            Lose($"cannot be understood any more ({exception.Message})");
        }
    }

    private void Handle(SupervisorAnswer? answer)
    {
        if (answer is null || !_children.TryGetValue(answer.Id, out var child))
        {
            return;
        }

        switch (answer)
        {
            case StartedAnswer started:
                child.OnStarted(started.ProcessId);
                break;
            case StartFailedAnswer failed:
                _children.TryRemove(answer.Id, out _);
                child.OnStartFailed(new ProcessStartException("", failed.Problem));
                break;
            case ExitedAnswer exited:
                _children.TryRemove(answer.Id, out _);
                child.OnExited(exited.ExitCode);
                break;
        }
    }

    private void Lose(string how)
    {
        SupervisorLostException loss;
        lock (_lock)
        {
            loss = _loss ??= new SupervisorLostException(how, [.. _problems]);
        }

        KillChildren();
        foreach (var child in _children.Values)
        {
            child.OnLost(loss);
        }
    }

    /// <summary>Also what was being started, and grandchildren: all carry the label.</summary>
    private void KillChildren()
    {
        foreach (var process in FindLabelled())
        {
            process.Kill();
        }
    }

    private IEnumerable<LabelledProcess> FindLabelled() => LabelledProcess.FindAll()
        .Where(process => process.RunId == _runId && process.Owner == _owner && process.ProcessId != Environment.ProcessId);

    private async Task ListenToProblemsAsync()
    {
        await Task.Yield();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _problems.Enqueue(line);
            while (_problems.Count > LinesKept)
            {
                _problems.TryDequeue(out _);
            }
        }
    }
}
