using System.Collections.Immutable;
using System.Text;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Supervision;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>
/// Runs commands beside an instance, under the same supervisor, in its environment and working directory. What they write is kept like a
/// log, in the folder of the run that is cleared at its end.
/// </summary>
internal sealed class InstanceCommand(SupervisorClient supervisor, ProcessLaunch launch)
{
    private const int MostCharacters = 64 * 1024;

    /// <summary>As a shell tells that there is no such program.</summary>
    private const int NotFound = 127;

    /// <summary>As a shell tells that a program was killed.</summary>
    private const int KilledCode = 137;

    private int _last;

    /// <summary>Waits until the command has ended; when that is cancelled, kills it.</summary>
    /// <exception cref="SupervisorLostException">The supervisor has ended.</exception>
    public async Task<CommandResult> ExecuteAsync(ImmutableArray<string> command, CancellationToken cancellationToken)
    {
        var output = $"{launch.Log.FullPath}.command-{Interlocked.Increment(ref _last)}";
        try
        {
            var process = await supervisor.StartAsync(
                id => launch.ToCommand(id) with { File = command[0], Arguments = command[1..], LogFile = output }, cancellationToken);
            return await WaitAsync(process, output, cancellationToken);
        }
        catch (ProcessStartException exception)
        {
            return new CommandResult(NotFound, "", exception.Message);
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static async Task<CommandResult> WaitAsync(SupervisedProcess process, string output, CancellationToken cancellationToken)
    {
        int? exitCode;
        try
        {
            exitCode = await process.Exited.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Signal(ProcessSignal.Kill);
            await process.Exited;
            throw;
        }

        var (outText, errText) = Read(output);
        return new CommandResult(exitCode ?? KilledCode, outText, errText);
    }

    /// <summary>What it wrote, each of the two up to the bound.</summary>
    private static (string Out, string Err) Read(string output)
    {
        var (outText, errText) = (new StringBuilder(), new StringBuilder());
        foreach (var line in File.ReadLines(output))
        {
            if (LogLine.TryParse(line, out var parsed))
            {
                Append(parsed.Source == LogSource.Out ? outText : errText, parsed.Text);
            }
        }

        return (outText.ToString(), errText.ToString());
    }

    private static void Append(StringBuilder text, string line)
    {
        var room = MostCharacters - text.Length;
        text.Append(line.Length + 1 <= room ? line + "\n" : line[..Math.Min(line.Length, room)]);
    }
}
