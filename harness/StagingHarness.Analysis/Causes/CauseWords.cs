using System.Text.Json;
using StagingHarness.Analysis.Wording;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Causes;

/// <summary>What is suspected, in words.</summary>
public static class CauseWords
{
    /// <summary><c>'audience' is not as the servers know it</c>.</summary>
    public static string Of(SuspectedFacet facet) => $"'{JsonNamingPolicy.KebabCaseLower.ConvertName(facet.ToString())}' is not as the servers know it, by what they answer and write";

    /// <summary>
    /// <c>provider's 'audience'</c>, <c>release 2.0 and library Microsoft.IdentityModel.Tokens</c>, or the exception where nothing else is known: what a
    /// suspicion names, for a table.
    /// </summary>
    public static string Shortly(SuspectedCause cause)
    {
        string?[] named =
        [
            cause.Facet is { } facet ? $"provider's '{JsonNamingPolicy.KebabCaseLower.ConvertName(facet.ToString())}'" : null,
            .. cause.Differences.Where(difference => difference.What is "release" or "platform" or "configuration")
                .Select(difference => $"{difference.What} {Figures.Joined(difference.Failed)}"),
            (cause.Library?.Name ?? cause.Family?.Name) is { } library ? $"library {library}" : null,
        ];
        return named.OfType<string>().ToArray() is { Length: > 0 } all ? Figures.Joined(all) : cause.Error?.Type ?? "nothing by name";
    }

    public static string Of(MixedFamily family) =>
        $"{family.Name} in several versions: {string.Join(", ", family.Libraries.Select(library => $"{library.Key} {library.Value}"))}";

    public static string Of(MissingLibrary library) =>
        $"{library.Name}: wanted {library.Wanted}, {(library.Present.IsEmpty ? "not carried" : $"present {Figures.Joined(library.Present)}")}";
}
