using System.Globalization;
using System.Net;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Link;

/// <summary>Does what an order says, for whoever shows the run's token.</summary>
internal sealed class ControlDesk(LinkWays ways, ControlToken token)
{
    public LinkAnswer Answer(LinkOrder order)
    {
        if (!token.Matches(order.Token))
        {
            return new LinkAnswer { Refusal = "the order does not show this run's control token" };
        }

        int? port = null;
        if (order.Target is { } target)
        {
            if (Parse(target) is not { } endPoint)
            {
                return new LinkAnswer { Refusal = $"target '{target}' is not written as HOST:PORT" };
            }

            port = ways.LeadTo(endPoint);
        }

        if (order.Disturbance is { } disturbance)
        {
            ways.Disturb(disturbance);
        }

        return new LinkAnswer { Port = port, Reading = ways.Read() };
    }

    private static DnsEndPoint? Parse(string target)
    {
        var colon = target.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(target[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? new DnsEndPoint(target[..colon], port)
            : null;
    }
}
