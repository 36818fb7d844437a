using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans.Steps;

namespace StagingHarness.Execution.Ports.Members;

/// <summary>What the provider is to do otherwise from now on; what is null stays as it is.</summary>
public sealed record ProviderChangeOrder
{
    /// <summary>How far its clock goes ahead of true time in what it mints; negative, behind it.</summary>
    public TimeSpan? ClockOffset { get; init; }

    public KeyRotation? KeyRotation { get; init; }

    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>Before anything else it is as it was started, but for its keys.</summary>
    public bool Restore { get; init; }

    public FacetSettings? Settings { get; init; }
}
