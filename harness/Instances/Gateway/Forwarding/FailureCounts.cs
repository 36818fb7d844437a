using System.Collections.Immutable;
using Yarp.ReverseProxy.Forwarder;

namespace StagingHarness.Gateway.Forwarding;

/// <summary>Failures while forwarding, by kind. Writes the first of each kind and server, so that a log says why without growing under load.</summary>
internal sealed class FailureCounts(TextWriter output)
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly HashSet<(ForwarderError, Uri)> written = [];

    public void Add(ForwarderError error, Uri address, Exception? cause)
    {
        lock (gate)
        {
            var name = error.ToString();
            counts[name] = counts.GetValueOrDefault(name) + 1;
            if (written.Add((error, address)))
            {
                output.WriteLine($"Forwarding to '{address}' failed with {name}: {Describe(cause)} Further ones are only counted.");
            }
        }
    }

    public ImmutableSortedDictionary<string, long> Read()
    {
        lock (gate)
        {
            return counts.ToImmutableSortedDictionary(StringComparer.Ordinal);
        }
    }

    private static string Describe(Exception? cause) => cause is null ? "no cause is known." : $"{cause.GetType().Name}: {cause.Message}";
}
