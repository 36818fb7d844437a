using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>What holds for all mappings that a system names, whoever wrote them.</summary>
public static class MappingBounds
{
    /// <summary>Of all mappings of a system, as compact JSON in ASCII: a plan holds them, and stands in the journal of each run.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>In UTF-16 characters.</summary>
    public const int LongestTitle = 200;

    private static readonly ImmutableArray<string> Reserved = [.. StandInEndpoint.Paths.Keys, "unmatched", "error"];

    /// <summary>Whether calls of the stand-in's own are counted under this title.</summary>
    public static bool IsReserved(string title) => Reserved.Contains(title, StringComparer.Ordinal);

    /// <summary>The beginning of a title, without half a letter at its end.</summary>
    /// <param name="title">Of any length.</param>
    /// <param name="longest">In UTF-16 characters.</param>
    public static string Shortened(string title, int longest = LongestTitle) => title.Length <= longest ? title
        : char.IsHighSurrogate(title[longest - 1]) ? title[..(longest - 1)]
        : title[..longest];
}
