using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StagingHarness.Execution.Supervision;

/// <summary>
/// Which harness a process belongs to, as it stands in the process's environment: <c>PID:START:NAMESPACE</c>. The start tells a
/// process from a later one with its id, the namespace of process ids tells ours from those of a container.
/// </summary>
internal sealed record OwnerLabel(int ProcessId, string Start, string Namespace)
{
    public static OwnerLabel OfThisProcess() =>
        new(Environment.ProcessId, ProcessTable.StartOf(Environment.ProcessId) ?? "0", ProcessTable.Namespace());

    public static bool TryParse(string text, [NotNullWhen(true)] out OwnerLabel? label)
    {
        label = null;
        var parts = text.Split(':', 3);
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return false;
        }

        label = new OwnerLabel(processId, parts[1], parts[2]);
        return true;
    }

    /// <summary>
    /// Whether that harness has ended for certain. One of another namespace of process ids cannot be seen from here, so it
    /// counts as living.
    /// </summary>
    public bool IsGone() => Namespace == ProcessTable.Namespace() && ProcessTable.IsGone(ProcessId, Start);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ProcessId}:{Start}:{Namespace}");
}
