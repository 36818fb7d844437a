using System.Runtime.InteropServices;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary>Ctrl+C or SIGTERM once: the run is stopped and cleaned up. Twice: leave at once, and name what is left behind.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly TextWriter error;
    private readonly string after;
    private readonly PosixSignalRegistration[] registrations;

    /// <param name="error">Hears of it.</param>
    /// <param name="after">What is done once it was interrupted.</param>
    public Interruption(TextWriter error, string after = "the stage is being taken down")
    {
        this.error = error;
        this.after = after;
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    public CancellationToken Token => source.Token;

    /// <summary>Names what would be left behind if we left now.</summary>
    public Func<string> LeftBehind { get; set; } = static () => "nothing was started yet";

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested)
        {
            error.WriteLine($"stage: left at once; {LeftBehind()}");
            Environment.Exit(ExitCodes.Interrupted);
        }

        error.WriteLine($"stage: interrupted; {after} (once more to leave at once)");
        source.Cancel();
    }
}
