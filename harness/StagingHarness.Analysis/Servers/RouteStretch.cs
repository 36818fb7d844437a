using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Analysis.Servers;

/// <summary>Where the gateway led in the half-open stretch [from, until), real time since the epoch.</summary>
public sealed record RouteStretch(TimeSpan From, TimeSpan Until, ImmutableArray<ServerStamp> Targets);
