using System.Collections.Immutable;

namespace StagingHarness.Protocols.Gateway;

/// <summary>All targets from now on, taken in turn, each as often as its weight says; none means that the gateway answers 503 itself.</summary>
public sealed record RouteOrder
{
    public required ImmutableArray<RouteTarget> Targets { get; init; }
}
