using System.Collections.Immutable;
using StagingHarness.Execution.Engines.Docker.Networks;

namespace StagingHarness.Execution.Engines.Docker.Containers;

/// <summary>A place in a network, and the names under which others find it there.</summary>
internal sealed record NetworkSeat(StageNetwork Network, ImmutableArray<string> Aliases);
