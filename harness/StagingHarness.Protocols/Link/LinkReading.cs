namespace StagingHarness.Protocols.Link;

/// <summary>What a link has done since it was started, and what it does now.</summary>
public sealed record LinkReading
{
    public required LinkDisturbance Disturbance { get; init; }

    /// <summary>Connections that it has taken.</summary>
    public required long Connections { get; init; }

    /// <summary>Pieces of answers that it has held back before they went on, and their bytes.</summary>
    public required long DelayedPieces { get; init; }

    public required long DelayedBytes { get; init; }

    /// <summary>Bytes that had to wait because the bandwidth was used up, either way.</summary>
    public required long PacedBytes { get; init; }

    /// <summary>Connections that it has cut.</summary>
    public required long Cut { get; init; }
}
