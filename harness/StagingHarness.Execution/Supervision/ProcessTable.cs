using System.Globalization;
using System.Runtime.InteropServices;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// What the system knows about processes, read from /proc. Where there is none (macOS, Windows) it knows nothing: nothing is
/// found, and nothing is killed.
/// </summary>
internal static partial class ProcessTable
{
    private const int SigKill = 9;

    public static IEnumerable<int> ProcessIds() =>
        OperatingSystem.IsLinux()
            ? Directory.EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id > 0)
            : [];

    /// <summary>Clock ticks from boot to the start of the process; null when there is no such process, or only a zombie of it.</summary>
    public static string? StartOf(int processId) =>
        StatOf(processId) is { } stat && stat[0] is not ("Z" or "X") ? stat[19] : null;

    /// <summary>Whether the process that started then has ended; where there is no /proc, whether no process has its id.</summary>
    public static bool IsGone(int processId, string start) =>
        OperatingSystem.IsLinux() ? StartOf(processId) != start : !Exists(processId);

    /// <summary>Session of the process; null when there is no such process.</summary>
    public static int? SessionOf(int processId) =>
        StatOf(processId) is { } stat ? int.Parse(stat[3], CultureInfo.InvariantCulture) : null;

    /// <summary>Names the namespace in which process ids mean what they mean to us.</summary>
    public static string Namespace()
    {
        try
        {
            return OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget ?? "" : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Environment with which the process was started; empty when it has ended or is not ours to read.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(int processId)
    {
        var variables = new Dictionary<string, string>();
        foreach (var entry in (Read($"/proc/{processId}/environ") ?? "").Split('\0'))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                variables[entry[..equals]] = entry[(equals + 1)..];
            }
        }

        return variables;
    }

    /// <summary>Kills the process if it is still the one that started then; false when it could not be killed.</summary>
    public static bool Kill(int processId, string? start)
    {
        if (!OperatingSystem.IsLinux() || start is null || StartOf(processId) != start)
        {
            return true;
        }

        return SendSignal(processId, SigKill) == 0 || StartOf(processId) != start;
    }

    private static bool Exists(int processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string[]? StatOf(int processId)
    {
        if (!OperatingSystem.IsLinux() || Read($"/proc/{processId}/stat") is not { Length: > 0 } stat)
        {
            return null;
        }

        // "pid (command) state parent group session ... start ..."; the command may hold anything, also parentheses.
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or belongs to somebody else.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
