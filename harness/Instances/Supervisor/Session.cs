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

        foreach (var processId in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(ParseId).OfType<int>())
        {
            if (processId != Environment.ProcessId && SessionOf(processId) == Environment.ProcessId)
            {
                ChildSignal.Kill(processId);
            }
        }
    }

    private static int? ParseId(string? name) => int.TryParse(name, out var id) ? id : null;

    private static int? SessionOf(int processId)
    {
        try
        {
            // "pid (command) state parent group session ..."; the command may hold anything, also parentheses.
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid", SetLastError = true)]
    private static partial int SetSid();
}
