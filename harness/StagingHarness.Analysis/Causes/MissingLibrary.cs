using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StagingHarness.Analysis.Causes;

/// <summary>A library that the failing servers asked for and did not get.</summary>
/// <param name="Name">Name of the assembly.</param>
/// <param name="Wanted">Version that was asked for, as the exception says.</param>
/// <param name="Present">Versions that the failing servers attested; empty when they carry none.</param>
public sealed partial record MissingLibrary(string Name, string Wanted, ImmutableArray<string> Present)
{
    [GeneratedRegex(@"assembly '(?<name>[^',]+), Version=(?<version>[0-9.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Asked { get; }

    /// <summary>The library that a failed load names; null when the exception is none.</summary>
    internal static MissingLibrary? Of(LoggedError thrown, IEnumerable<ImmutableSortedDictionary<string, string>> attested)
    {
        if (Asked.Match(thrown.Message) is not { Success: true } asked)
        {
            return null;
        }

        var name = asked.Groups["name"].Value;
        var present = attested.Select(libraries => libraries.GetValueOrDefault(name)).OfType<string>();
        return new MissingLibrary(name, asked.Groups["version"].Value, [.. present.Distinct().Order(StringComparer.Ordinal)]);
    }
}
