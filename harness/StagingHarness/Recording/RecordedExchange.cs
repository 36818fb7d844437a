using System.Collections.Immutable;

namespace StagingHarness.Recording;

/// <summary>A call and its answer as they were, secrets and all; it is kept in memory alone.</summary>
internal sealed record RecordedExchange
{
    public required string Method { get; init; }

    /// <summary>Path and query, as they were sent.</summary>
    public required string Target { get; init; }

    public ImmutableArray<(string Name, string Value)> RequestHeaders { get; init; } = [];

    public byte[] RequestBody { get; init; } = [];

    public required int Status { get; init; }

    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    public byte[] Body { get; init; } = [];

    public string Path => Target.Split('?', 2)[0];

    public string Query => Target.Split('?', 2) is [_, var query] ? query : "";

    public static string? HeaderOf(ImmutableArray<(string Name, string Value)> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
