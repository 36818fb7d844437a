using System.Collections.Immutable;
using StagingHarness.Files;
using StagingHarness.Scenarios;

namespace StagingHarness.NUnit;

/// <summary>Finds scenario files and makes test cases of them; it never throws, since a source that throws hides all its cases.</summary>
internal static class ScenarioCases
{
    public static IReadOnlyList<ScenarioCase> Find(string pattern, ImmutableArray<string> overrides)
    {
        if (ScenarioRoot.FindAbove(AppContext.BaseDirectory) is not { } root)
        {
            return [ScenarioCase.Broken("no-root", $"No folder above '{AppContext.BaseDirectory}' holds a solution or a '.git'; run the tests from a checkout.")];
        }

        var files = FileGlob.Match(root, pattern);
        if (files.Count == 0)
        {
            return [ScenarioCase.Broken("no-file", $"No file below '{root}' matches '{pattern}'; correct the pattern of the attribute.")];
        }

        var cases = files.Select(file => Make(root, file, overrides)).ToList();
        var accepted = cases.SelectMany(scenario => scenario.Candidate).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. MakeUnique(cases),
            .. overrides.Where(entry => !accepted.Contains(TestOverrides.PathOf(entry)))
                .Select(entry => ScenarioCase.Broken(
                    $"candidate-{TestOverrides.PathOf(entry)}",
                    $"No scenario takes '{entry}'; name '{TestOverrides.PathOf(entry)}' under 'candidate' of one, or take it out of {TestOverrides.EnvironmentVariable} and the test run parameters.")),
        ];
    }

    private static ScenarioCase Make(string root, string file, ImmutableArray<string> overrides)
    {
        try
        {
            return ScenarioCase.FromFile(root, file, overrides);
        }
#pragma warning disable CA1031 // Whatever goes wrong with one file is one failing case: thrown, it would hide all the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ScenarioCase.Broken(Path.GetRelativePath(root, file).Replace('\\', '/'), $"'{file}' could not be loaded: {exception}");
        }
    }

    /// <summary>Two files of one name become two cases that say where they are.</summary>
    private static IEnumerable<ScenarioCase> MakeUnique(IEnumerable<ScenarioCase> cases) => cases
        .GroupBy(scenario => scenario.Name)
        .SelectMany(group => group.Count() == 1 ? group : group.Select(scenario => scenario.NamedByFile()));
}
