namespace StagingHarness.Execution.Provider;

/// <summary>Where a provider stand-in is reached.</summary>
internal sealed record ProviderAddresses
{
    /// <summary>As servers and clients on the stage call it.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>The same listener as the harness reaches it.</summary>
    public required Uri Public { get; init; }

    public required Uri Control { get; init; }
}
