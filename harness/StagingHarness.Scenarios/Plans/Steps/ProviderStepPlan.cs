using System.Text.Json.Serialization;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Scenarios.Plans.Steps;

/// <summary>Changes what the third-party provider does from now on. What is null stays as it is.</summary>
public sealed record ProviderStepPlan : StepPlan
{
    /// <summary>The version of the provider that takes the place of everything that was changed before; null where it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Contract { get; init; }

    /// <summary>What the provider is told: those of the contract, and what the step lays over them; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacetSettings? Settings { get; init; }

    /// <summary>How far its clock goes ahead of true time, in what it mints; negative, behind it.</summary>
    public required TimeSpan? ClockOffset { get; init; }

    public required KeyRotation? KeyRotation { get; init; }

    /// <summary>Of tokens that it gives out from now on, real time.</summary>
    public required TimeSpan? TokenLifetime { get; init; }

    /// <summary>The clients of the traffic get new tokens as part of the step; else they keep theirs for as long as these last.</summary>
    public required bool RenewTokens { get; init; }

    /// <summary>Name of the phase that begins when the step is done; null when none does.</summary>
    public required string? Begins { get; init; }
}
