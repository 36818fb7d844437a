using System.Collections.Immutable;

namespace StagingHarness.Protocols.Generator;

/// <summary>One kind of request. <see cref="Route"/> stands in its samples.</summary>
public sealed record GeneratorRequest
{
    /// <summary>Stands in path or body for the id of the request, see <see cref="Samples.RequestId"/>.</summary>
    public const string IdPlaceholder = "{request.id}";

    /// <summary>With the name of a capture behind it, <c>{captured.order}</c>, stands for what an earlier request of the journey got.</summary>
    public const string CapturedPrefix = "{captured.";

    public required ushort Route { get; init; }

    public required string Method { get; init; }

    /// <summary>Path and query, from the root of the target.</summary>
    public required string Path { get; init; }

    /// <summary>What it carries, sent as UTF-8; null for an empty body.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Field to what is filled into it, in the form of the page before that leads to <see cref="Path"/>; null for a request of its own.
    /// </summary>
    public ImmutableSortedDictionary<string, string>? Form { get; init; }

    /// <summary>Media type of the body; null where it says nothing of itself.</summary>
    public string? ContentType { get; init; }

    /// <summary>Headers of its own, name to value; placeholders stand in values.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ShownCredentials Credentials { get; init; }

    /// <summary>What is asked of the answer; null asks for a 2xx.</summary>
    public GeneratorAnswer? Answer { get; init; }

    /// <summary>What later requests of the journey take from the answer.</summary>
    public ImmutableArray<GeneratorCapture> Captures { get; init; } = [];

    /// <summary>Between the answer to the request before it in the journey and this one.</summary>
    public TimeSpan Think { get; init; }
}
