using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Ports.Traffic;

/// <summary>What the generator sends, where to, and from when on.</summary>
public sealed record TrafficOrder
{
    public required TrafficPlan Plan { get; init; }

    /// <summary>Where the ids of requests are made from.</summary>
    public required long Seed { get; init; }

    public required Uri Target { get; init; }

    /// <summary>How the generator reaches the names in addresses; empty where it reaches them as they are.</summary>
    public ImmutableArray<ClientRoute> Routes { get; init; } = [];

    /// <summary>DER of the CAs whom secured connections trust, and nobody else; empty where none is secured.</summary>
    public ImmutableArray<ImmutableArray<byte>> TrustedRoots { get; init; } = [];

    /// <summary>Request headers of the credentials (name to value).</summary>
    public required ImmutableSortedDictionary<string, string> CredentialHeaders { get; init; }

    /// <summary>User of the provider to password, of those whom journeys sign in.</summary>
    public ImmutableSortedDictionary<string, string> Passwords { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reading of the monotonic clock (<see cref="TimeProvider.GetTimestamp"/>) from which sample times count.</summary>
    public required long EpochTimestamp { get; init; }

    /// <summary>Requests sent and thrown away before the schedule begins, so that no cold code is measured.</summary>
    public required int WarmUpRequests { get; init; }
}
