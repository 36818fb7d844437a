namespace StagingHarness.Protocols.Gateway;

/// <summary>What the gateway has sent to one address since it started.</summary>
public sealed record ServerLoad
{
    public required Uri Address { get; init; }

    /// <summary>Whether new requests go there.</summary>
    public required bool Routed { get; init; }

    /// <summary>Requests that are there now.</summary>
    public required int InFlight { get; init; }

    /// <summary>Requests sent there so far, those in flight included.</summary>
    public required long Forwarded { get; init; }
}
