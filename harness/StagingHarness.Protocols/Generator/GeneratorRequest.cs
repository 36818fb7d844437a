namespace StagingHarness.Protocols.Generator;

/// <summary>One kind of request. <see cref="Route"/> stands in its samples.</summary>
public sealed record GeneratorRequest
{
    public required ushort Route { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query, from the root of the target.</summary>
    public required string Path { get; init; }
}
