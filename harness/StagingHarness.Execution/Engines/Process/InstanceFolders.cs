using System.Globalization;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>Gives each start of an instance a folder of its own; all are deleted with the run.</summary>
internal sealed class InstanceFolders(string scenarioRoot)
{
    private readonly Lazy<LabelledFolder> _root = new(LabelledFolder.Create);
    private int _last;

    public InstanceFolder Create(InstanceOrder order)
    {
        var number = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        return InstanceFolder.Create(Path.Combine(_root.Value.Path, $"{order.Name}.{number}"), scenarioRoot, order);
    }

    /// <returns>What could not be deleted, and why; null when nothing is left.</returns>
    public string? Clear() => _root.IsValueCreated ? _root.Value.Delete() : null;
}
