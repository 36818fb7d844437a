using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.History.Samples;

/// <summary>The samples of a run.</summary>
/// <param name="Samples">In the order in which the answers came.</param>
/// <param name="Sha256">Lowercase hex SHA-256 of the records; null when there is no sample file.</param>
public sealed record SampleReading(ImmutableArray<Sample> Samples, string? Sha256);
