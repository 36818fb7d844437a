namespace StagingHarness.Execution.Ports.Instances;

/// <summary>When an instance counts as started. Every check ends early when the instance dies.</summary>
public abstract record ReadinessCheck
{
    private ReadinessCheck()
    {
    }

    public required TimeSpan Deadline { get; init; }

    /// <summary>GET of the path on the listener answers 200.</summary>
    public sealed record HttpOk(string Listener, string Path) : ReadinessCheck;

    /// <summary>The listener accepts a TCP connection.</summary>
    public sealed record TcpAccepts(string Listener) : ReadinessCheck;

    /// <summary>A line of its output matches the regular expression (culture-invariant).</summary>
    public sealed record LogMatches(string Pattern) : ReadinessCheck;

    /// <summary>It was started; nothing more is awaited, not even that it goes on running. For what ends by itself.</summary>
    public sealed record Launched : ReadinessCheck;
}
