namespace StagingHarness.Protocols.Relay;

/// <summary>How the relay program is started, and what it holds its clients to.</summary>
public static class RelayProgram
{
    /// <summary>Option: URL to bind; the relay speaks no HTTP there.</summary>
    public const string ListenOption = "--listen";

    /// <summary>Connections that it serves at a time; what comes on top is refused.</summary>
    public const int MostConnections = 1000;

    /// <summary>How long it waits for a whole hello on a new connection.</summary>
    public static TimeSpan HelloWithin { get; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it tries to connect when a client has no other wish.</summary>
    public static TimeSpan ConnectWithin { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that a client may wish for.</summary>
    public static TimeSpan LongestConnect { get; } = TimeSpan.FromMinutes(1);
}
