namespace StagingHarness.Protocols.Link;

/// <summary>What a link does to all that passes it; by default nothing.</summary>
public sealed record LinkDisturbance
{
    public static LinkDisturbance None { get; } = new();

    /// <summary>What the callee answers arrives so much later.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Each delay is longer or shorter by so much at most.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The jitter is drawn from it.</summary>
    public int Seed { get; init; }

    /// <summary>Most bytes that pass in a second, each way, of all connections together; null: as many as come.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>Each connection is reset once so many bytes have passed it since this was set; null: none is.</summary>
    public long? ResetAfter { get; init; }

    /// <summary>Nobody listens, and connections that were open are cut.</summary>
    public bool Refuses { get; init; }
}
