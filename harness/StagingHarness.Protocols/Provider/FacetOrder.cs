namespace StagingHarness.Protocols.Provider;

/// <summary>What the stand-in is to do otherwise from now on; what is null stays as it is.</summary>
public sealed record FacetOrder
{
    /// <summary>How far its clock goes ahead of true time in what it mints; negative, behind it.</summary>
    public double? ClockOffsetSeconds { get; init; }

    /// <summary>It signs with a new key; true goes on showing the old one, false withdraws it.</summary>
    public bool? RotateKeysKeepingOld { get; init; }

    public long? TokenLifetimeSeconds { get; init; }

    /// <summary>Before anything else: the provider is as it was started, but for its keys.</summary>
    public bool Restore { get; init; }

    public FacetSettings? Settings { get; init; }
}
