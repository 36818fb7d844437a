namespace StagingHarness.Protocols.Link;

/// <summary>How the link program is started.</summary>
public static class LinkProgram
{
    /// <summary>Option: URL whose host the ways bind; each has a port of its own there.</summary>
    public const string ListenOption = "--listen";

    /// <summary>Option: URL to bind for the harness; the link speaks no HTTP there.</summary>
    public const string ControlOption = "--control";

    /// <summary>How long it waits for a whole order on a new connection of its control listener.</summary>
    public static TimeSpan OrderWithin { get; } = TimeSpan.FromSeconds(5);
}
