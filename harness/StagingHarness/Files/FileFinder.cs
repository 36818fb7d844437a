using System.Collections.Immutable;

namespace StagingHarness.Files;

/// <summary>Finds files of the language by what people name on a command line: files, folders and patterns.</summary>
public static class FileFinder
{
    /// <summary>How scenario files end.</summary>
    public const string ScenarioSuffix = ".scenario.yaml";

    /// <summary>How system files end.</summary>
    public const string SystemSuffix = ".system.yaml";

    /// <param name="names">As given; relative ones count from the current directory.</param>
    /// <param name="suffixes">Which files of a folder are meant.</param>
    public static FoundFiles Find(IReadOnlyList<string> names, params ReadOnlySpan<string> suffixes)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var found = Find(name, suffixes);
            files.AddRange(found.Where(file => seen.Add(Path.GetFullPath(file))));
            if (found.Count == 0)
            {
                problems.Add(Directory.Exists(name)
                    ? $"folder '{name}' holds no file of the language ({Patterns(suffixes)}); name another one"
                    : $"no file matches '{name}'; correct the pattern ('**/' is any folders, '*' any part of a name)");
            }
        }

        return new FoundFiles { Files = files.ToImmutable(), Problems = problems.ToImmutable() };
    }

    /// <summary>All scenario files below a folder, in the order of their paths.</summary>
    public static IReadOnlyList<string> ScenariosBelow(string folder) => FileGlob.Match(folder, $"**/*{ScenarioSuffix}");

    private static string Patterns(ReadOnlySpan<string> suffixes) => string.Join(", ", suffixes.ToArray().Select(suffix => $"*{suffix}"));

    private static IReadOnlyList<string> Find(string name, ReadOnlySpan<string> suffixes)
    {
        if (Directory.Exists(name))
        {
            return [.. suffixes.ToArray().SelectMany(suffix => FileGlob.Match(Path.GetFullPath(name), $"**/*{suffix}")).Order(StringComparer.Ordinal)];
        }

        if (!FileGlob.IsPattern(name))
        {
            return [name];
        }

        // The folders before the first wildcard are where the search begins: nobody wants the whole disk searched.
        var parts = name.Replace('\\', '/').Split('/');
        var plain = parts.TakeWhile(part => !FileGlob.IsPattern(part)).Count();
        var folder = plain == 0 ? "." : string.Join('/', parts[..plain]) + "/";
        return FileGlob.Match(Path.GetFullPath(folder), string.Join('/', parts[plain..]));
    }
}
