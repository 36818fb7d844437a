using System.Collections.Immutable;

namespace StagingHarness.Reporting.Ctrf;

/// <summary>One test, as the format has it.</summary>
internal sealed record CtrfTest
{
    public required string Name { get; init; }

    /// <summary>passed, failed, skipped, pending or other.</summary>
    public required string Status { get; init; }

    /// <summary>Milliseconds.</summary>
    public required long Duration { get; init; }

    public required string RawStatus { get; init; }

    public required string? Message { get; init; }

    public ImmutableArray<string>? Suite { get; init; }

    public ImmutableArray<string>? Tags { get; init; }

    public string? FilePath { get; init; }

    public int? Line { get; init; }
}
