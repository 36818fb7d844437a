namespace StagingHarness.Gateway.Forwarding;

/// <summary>An address that is or was a target, with its load. Only the routing table changes it, under its lock.</summary>
internal sealed class Server(Uri address)
{
    public Uri Address { get; } = address;

    /// <summary>As the forwarder wants it.</summary>
    public string Prefix { get; } = address.GetLeftPart(UriPartial.Authority);

    public int InFlight { get; set; }

    public long Forwarded { get; set; }
}
