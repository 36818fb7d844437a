namespace StagingHarness.Protocols.Generator;

/// <summary>Something of an answer that later requests of the journey carry; exactly one of the others than the name is given.</summary>
public sealed record GeneratorCapture
{
    public required string Name { get; init; }

    /// <summary>JSON pointer (RFC 6901) into the body.</summary>
    public string? Json { get; init; }

    /// <summary>Name of a response header.</summary>
    public string? Header { get; init; }

    /// <summary>Name of a cookie that the answer sets.</summary>
    public string? Cookie { get; init; }

    /// <summary>A regular expression of .NET; its first group in the body.</summary>
    public string? Pattern { get; init; }
}
