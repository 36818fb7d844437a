using System.Collections.Immutable;

namespace StagingHarness.Analysis.Causes;

/// <summary>Libraries of one family that the failing servers carry in several versions, and no server that worked.</summary>
/// <param name="Name">What their names begin with, such as <c>Microsoft.IdentityModel</c>.</param>
/// <param name="Libraries">Name to version.</param>
public sealed record MixedFamily(string Name, ImmutableSortedDictionary<string, string> Libraries)
{
    /// <summary>Null when the failing servers carry each family in one version, or those that worked carry it mixed, too.</summary>
    internal static MixedFamily? Of(
        IEnumerable<ImmutableSortedDictionary<string, string>> failed, IEnumerable<ImmutableSortedDictionary<string, string>> worked)
    {
        var usual = worked.SelectMany(Mixed).Select(family => family.Name).ToImmutableHashSet();
        return failed.SelectMany(Mixed)
            .Where(family => !usual.Contains(family.Name))
            .OrderBy(family => family.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static IEnumerable<MixedFamily> Mixed(ImmutableSortedDictionary<string, string> libraries) => libraries
        .GroupBy(library => FamilyOf(library.Key))
        .Where(family => family.Select(library => library.Value).Distinct().Count() > 1)
        .Select(family => new MixedFamily(family.Key, family.ToImmutableSortedDictionary(StringComparer.Ordinal)));

    /// <summary>The first two parts of a name: who made it, and which product.</summary>
    private static string FamilyOf(string library) => string.Join('.', library.Split('.').Take(2));
}
