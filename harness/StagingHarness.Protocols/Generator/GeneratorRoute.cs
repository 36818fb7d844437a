namespace StagingHarness.Protocols.Generator;

/// <summary>Whatever is to connect to this host and port connects to an address instead; URL and Host header stay as they are.</summary>
public sealed record GeneratorRoute
{
    /// <summary>Name, as in the URL.</summary>
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Address as <c>IP:PORT</c>.</summary>
    public required string At { get; init; }
}
