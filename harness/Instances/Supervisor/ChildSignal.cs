using System.Runtime.InteropServices;

namespace StagingHarness.Supervisor;

/// <summary>Signals to processes.</summary>
internal static partial class ChildSignal
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    // These two have other numbers on macOS than on Linux.
    private static readonly int s_sigCont = OperatingSystem.IsMacOS() ? 19 : 18;
    private static readonly int s_sigStop = OperatingSystem.IsMacOS() ? 17 : 19;

    public static void Terminate(int processId) => _ = Send(processId, SigTerm);

    public static void Kill(int processId) => _ = Send(processId, SigKill);

    public static void Stop(int processId) => _ = Send(processId, s_sigStop);

    public static void Continue(int processId) => _ = Send(processId, s_sigCont);

    // A process that has ended cannot be signalled, and need not be.
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Send(int processId, int signal);
}
