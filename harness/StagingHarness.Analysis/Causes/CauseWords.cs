using System.Text.Json;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Causes;

/// <summary>What is suspected, in words.</summary>
public static class CauseWords
{
    /// <summary><c>'audience' is not as the servers know it</c>.</summary>
    public static string Of(SuspectedFacet facet) => $"'{JsonNamingPolicy.KebabCaseLower.ConvertName(facet.ToString())}' is not as the servers know it, by what they answer and write";

    public static string Of(MixedFamily family) =>
        $"{family.Name} in several versions: {string.Join(", ", family.Libraries.Select(library => $"{library.Key} {library.Value}"))}";

    public static string Of(MissingLibrary library) =>
        $"{library.Name}: wanted {library.Wanted}, {(library.Present.IsEmpty ? "not carried" : $"present {Figures.Joined(library.Present)}")}";
}
