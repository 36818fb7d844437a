using System.Collections.Immutable;

namespace StagingHarness.Recording;

/// <summary>What is recorded, where to, and when it ends.</summary>
public sealed record RecordOrder
{
    /// <summary>The real third party; calls are passed on below its path.</summary>
    public required Uri To { get; init; }

    /// <summary>Where services call in its stead: http, and no path.</summary>
    public required Uri Listen { get; init; }

    /// <summary>Gets the mapping file.</summary>
    public required string Folder { get; init; }

    /// <summary>A mapping file that is there already is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>It ends after that time,</summary>
    public required TimeSpan For { get; init; }

    /// <summary>or with so many calls.</summary>
    public required int Calls { get; init; }

    /// <summary>Bodies that are longer are passed on, and their calls are not recorded.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>Names of headers, parameters, fields and members whose values are hidden, beside those that always are.</summary>
    public ImmutableArray<string> Hide { get; init; } = [];
}
