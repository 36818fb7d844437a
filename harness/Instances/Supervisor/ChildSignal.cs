using System.Runtime.InteropServices;

namespace StagingHarness.Supervisor;

/// <summary>Signals to processes.</summary>
internal static partial class ChildSignal
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    public static void Terminate(int processId) => _ = Send(processId, SigTerm);

    public static void Kill(int processId) => _ = Send(processId, SigKill);

    // A process that has ended cannot be signalled, and need not be.
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Send(int processId, int signal);
}
