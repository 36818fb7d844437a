using System.Collections.Immutable;

namespace StagingHarness.Execution.Ports;

/// <summary>What a probe asks: a GET.</summary>
public sealed record ProbeQuestion
{
    public const int UsualLargestBody = 64 * 1024;

    public required Uri Address { get; init; }

    /// <summary>Real time until it gives up.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Name to value.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Bytes of the body that are read; what is longer is cut there.</summary>
    public int LargestBody { get; init; } = UsualLargestBody;
}
