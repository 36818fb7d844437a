using System.Collections.Immutable;
using StagingHarness.Scenarios.Planning.Walks;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Strategies;

/// <summary>An upgrade of a service, and the way back from it.</summary>
/// <param name="Target">Where it leads; null when that cannot be told.</param>
/// <param name="Before">The servers as they were before it began.</param>
internal sealed record OpenUpgrade(ServerVersion? Target, ImmutableArray<ServerState> Before);
