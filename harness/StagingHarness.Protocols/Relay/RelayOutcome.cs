namespace StagingHarness.Protocols.Relay;

/// <summary>What came of a <see cref="RelayHello"/>; the first byte of the answer's fields.</summary>
public enum RelayOutcome : byte
{
    /// <summary>The target is connected: every byte that follows is the target's.</summary>
    Connected = 1,

    /// <summary>The relay is there and takes the token; no target was asked for.</summary>
    Alive = 2,

    /// <summary>The relay tried, and the connection did not come about.</summary>
    Failed = 3,

    /// <summary>The relay did not try.</summary>
    Refused = 4,
}
