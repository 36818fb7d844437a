using System.Net;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Link;

/// <summary>The ways of a link: one for each target that it was told to lead to.</summary>
internal sealed class LinkWays(IPAddress address, LinkState state, TimeProvider timeProvider) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DnsEndPoint, LinkWay> _ways = [];

    /// <returns>The port at which the way to the target begins.</returns>
    public int LeadTo(DnsEndPoint target)
    {
        lock (_lock)
        {
            if (!_ways.TryGetValue(target, out var way))
            {
                _ways[target] = way = new LinkWay(address, target, state, timeProvider);
                way.Open();
            }

            return way.Port;
        }
    }

    /// <summary>When this returns, it happens to everything that passes: refusing ways are closed, and connections that are to be cut are.</summary>
    public void Disturb(LinkDisturbance disturbance)
    {
        lock (_lock)
        {
            state.Set(disturbance);
            foreach (var way in _ways.Values)
            {
                if (disturbance.Refuses)
                {
                    way.Close();
                }
                else
                {
                    way.Open();
                }

                if (disturbance.Refuses || disturbance.ResetAfter == 0)
                {
                    way.CutAll();
                }
            }
        }
    }

    public LinkReading Read() => state.Read();

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var way in _ways.Values)
            {
                way.Dispose();
            }
        }
    }
}
