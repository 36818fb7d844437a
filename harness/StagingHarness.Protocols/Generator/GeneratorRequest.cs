namespace StagingHarness.Protocols.Generator;

/// <summary>One kind of request. <see cref="Route"/> stands in its samples.</summary>
public sealed record GeneratorRequest
{
    /// <summary>Stands in path or body for the id of the request, see <see cref="Samples.RequestId"/>.</summary>
    public const string IdPlaceholder = "{request.id}";

    public required ushort Route { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query, from the root of the target.</summary>
    public required string Path { get; init; }

    /// <summary>What it carries, sent as UTF-8; null for an empty body.</summary>
    public string? Body { get; init; }

    /// <summary>Media type of the body; null where it says nothing of itself.</summary>
    public string? ContentType { get; init; }
}
