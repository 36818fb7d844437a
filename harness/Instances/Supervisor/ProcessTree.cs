using System.Globalization;

namespace StagingHarness.Supervisor;

/// <summary>
/// A process and all that descends from it, in whatever group or session. Read from /proc; where there is none, only the process
/// itself is known.
/// </summary>
internal static class ProcessTree
{
    private const int ParentField = 1;
    private const int SessionField = 3;

    /// <summary>Stops all of it, also what is born meanwhile: what stands still bears nothing.</summary>
    /// <returns>What was stopped, the process first.</returns>
    public static IReadOnlyList<int> Freeze(int processId)
    {
        List<int> frozen = [processId];
        ChildSignal.Stop(processId);
        while (true)
        {
            var born = DescendantsOf(processId).Except(frozen).ToList();
            if (born.Count == 0)
            {
                return frozen;
            }

            born.ForEach(ChildSignal.Stop);
            frozen.AddRange(born);
        }
    }

    /// <summary>Lets all of it go on, the process last, so that it finds its children as they were.</summary>
    public static void Continue(int processId)
    {
        foreach (var descendant in Enumerable.Reverse(DescendantsOf(processId)).Append(processId))
        {
            ChildSignal.Continue(descendant);
        }
    }

    /// <summary>All processes that this one may see; none where there is no /proc.</summary>
    public static IEnumerable<ProcessEntry> All() =>
        OperatingSystem.IsLinux()
            ? Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(Read).OfType<ProcessEntry>()
            : [];

    /// <summary>Parents before children.</summary>
    private static List<int> DescendantsOf(int processId)
    {
        var children = All().ToLookup(entry => entry.Parent, entry => entry.Id);
        var found = children[processId].ToList();
        for (var index = 0; index < found.Count; index++)
        {
            found.AddRange(children[found[index]]);
        }

        return found;
    }

    private static ProcessEntry? Read(string? name)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            // "pid (command) state parent group session ..."; the command may hold anything, also parentheses.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            if (stat.Length == 0)
            {
                return null;
            }

            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new ProcessEntry(id, Number(fields[ParentField]), Number(fields[SessionField]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
