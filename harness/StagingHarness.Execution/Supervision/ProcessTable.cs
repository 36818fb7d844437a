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

    // Fields of /proc/PID/stat, counted from the state.
    private const int StateField = 0;
    private const int ParentField = 1;
    private const int SessionField = 3;
    private const int FlagsField = 6;
    private const int UserTimeField = 11;
    private const int TimeFields = 4;
    private const int StartField = 19;
    private const int ResidentField = 21;

    /// <summary>PF_KTHREAD of the kernel's include/linux/sched.h: a thread of the kernel's own, which has no environment.</summary>
    private const uint OfKernel = 0x00200000;

    /// <summary>Clock ticks a second in /proc: the same on every architecture of Linux that .NET runs on.</summary>
    private const int TicksPerSecond = 100;

    public static IEnumerable<int> ProcessIds() =>
        OperatingSystem.IsLinux()
            ? Directory.EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id > 0)
            : [];

    /// <summary>Clock ticks from boot to the start of the process; null when there is no such process, only a zombie of it, or the kernel's own.</summary>
    public static string? StartOf(int processId) =>
        ReadStat(processId) is { } text ? StartIn(text) : null;

    /// <summary>The same, in the text of <c>/proc/PID/stat</c>.</summary>
    public static string? StartIn(string text) => Fields(text) is var stat && !IsOver(stat) && !IsOfKernel(stat) ? stat[StartField] : null;

    /// <summary>Whether the process that started then has ended; where there is no /proc, whether no process has its id.</summary>
    public static bool IsGone(int processId, string start) =>
        OperatingSystem.IsLinux() ? StartOf(processId) != start : !Exists(processId);

    /// <summary>Session of the process; null when there is no such process.</summary>
    public static int? SessionOf(int processId) =>
        StatOf(processId) is { } stat ? int.Parse(stat[SessionField], CultureInfo.InvariantCulture) : null;

    /// <summary>Whether the process stands still because it was told to; null when there is no such process, or only a zombie of it.</summary>
    public static bool? IsFrozen(int processId) => StatOf(processId) is { } stat && !IsOver(stat) ? stat[StateField] == "T" : null;

    /// <summary>All that descends from the process, parents before children, without itself.</summary>
    public static IReadOnlyList<int> DescendantsOf(int processId)
    {
        var children = ProcessIds().ToLookup(id => StatOf(id) is { } stat ? int.Parse(stat[ParentField], CultureInfo.InvariantCulture) : 0);
        var found = children[processId].ToList();
        for (var index = 0; index < found.Count; index++)
        {
            found.AddRange(children[found[index]]);
        }

        return found;
    }

    /// <summary>
    /// Processor time of the process and of those of its children that have ended, and its memory in pages; null when there is no such
    /// process.
    /// </summary>
    public static (TimeSpan ProcessorTime, long ResidentPages)? UsageOf(int processId)
    {
        if (StatOf(processId) is not { } stat)
        {
            return null;
        }

        var ticks = stat.Skip(UserTimeField).Take(TimeFields).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return (TimeSpan.FromSeconds((double)ticks / TicksPerSecond), long.Parse(stat[ResidentField], CultureInfo.InvariantCulture));
    }

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

    /// <summary>Environment with which the process was started; empty when it has ended, is not ours to read, or the name of the variable stands nowhere in it.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentIfNaming(int processId, string variable)
    {
        var variables = new Dictionary<string, string>();
        var text = Read($"/proc/{processId}/environ") ?? "";
        foreach (var entry in text.Contains(variable, StringComparison.Ordinal) ? text.Split('\0') : [])
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

    /// <summary>A frozen parent reaps no child, so zombies may stay for as long as it stands still.</summary>
    private static bool IsOver(string[] stat) => stat[StateField] is "Z" or "X";

    private static bool IsOfKernel(string[] stat) => (uint.Parse(stat[FlagsField], CultureInfo.InvariantCulture) & OfKernel) != 0;

    private static string[]? StatOf(int processId) => ReadStat(processId) is { } text ? Fields(text) : null;

    private static string? ReadStat(int processId) =>
        OperatingSystem.IsLinux() && Read($"/proc/{processId}/stat") is { Length: > 0 } text ? text : null;

    /// <summary>"pid (command) state parent group session ... start ..."; the command may hold anything, also parentheses.</summary>
    private static string[] Fields(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

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
