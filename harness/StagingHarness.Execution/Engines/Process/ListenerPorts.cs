using System.Collections.Concurrent;
using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Execution.Engines.Process;

/// <summary>
/// Gives each listener of an instance its address. One that is started in place of another under the same name, which has ended, gets
/// that one's addresses, so that whoever was told them finds it again: on loopback they are what a name is on a network.
/// </summary>
internal sealed class ListenerPorts(IPortSource ports)
{
    private readonly ConcurrentDictionary<string, ProcessInstance> _latest = new();

    /// <param name="order">Whose listeners.</param>
    /// <param name="attempt">From 1; only the first one takes the old addresses, for they may be why it failed.</param>
    public ImmutableSortedDictionary<string, Uri> For(InstanceOrder order, int attempt)
    {
        var old = attempt == 1 && _latest.TryGetValue(order.Name, out var latest) && latest.Exited.IsCompleted
            ? latest.Listeners
            : ImmutableSortedDictionary<string, Uri>.Empty;
        return order.Listeners.ToImmutableSortedDictionary(
            listener => listener.Name,
            listener => old.GetValueOrDefault(listener.Name) ?? new Uri($"{listener.Scheme}://127.0.0.1:{ports.Next()}"),
            StringComparer.Ordinal);
    }

    public void Keep(ProcessInstance instance) => _latest[instance.Name] = instance;
}
