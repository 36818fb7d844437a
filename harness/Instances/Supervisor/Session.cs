using System.Runtime.InteropServices;

namespace StagingHarness.Supervisor;

/// <summary>
/// The supervisor and all that it starts are a session of their own: Ctrl+C at the terminal reaches the harness alone, which
/// then ends the stage in its own order. Windows has no sessions of this kind; there the console reaches all (not tried).
/// </summary>
internal static partial class Session
{
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Fails only for a process that leads a group already, which then has what is wanted here.
            _ = SetSid();
        }
    }

    /// <summary>
    /// Kills what still lives in this session: grandchildren whose parents have ended. Reads /proc, hence Linux only.
    /// </summary>
    public static void KillRest()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var process in ProcessTree.All().Where(process => process.Session == Environment.ProcessId && process.Id != Environment.ProcessId))
        {
            ChildSignal.Kill(process.Id);
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    private static partial int SetSid();
}
