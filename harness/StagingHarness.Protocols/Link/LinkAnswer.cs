namespace StagingHarness.Protocols.Link;

/// <summary>A link's answer to a <see cref="LinkOrder"/>, as one line of JSON.</summary>
public sealed record LinkAnswer
{
    /// <summary>Why nothing was done; null when it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>Port of the way to the target that was ordered; null when none was.</summary>
    public int? Port { get; init; }

    /// <summary>Null when it refused.</summary>
    public LinkReading? Reading { get; init; }
}
