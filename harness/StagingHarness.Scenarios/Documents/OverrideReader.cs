using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Layers;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Sets what is given from outside in a scenario file, before it is bound.</summary>
internal static class OverrideReader
{
    /// <summary>The document with every override that leads somewhere; the others are findings.</summary>
    public static MappingSyntax Apply(MappingSyntax root, IReadOnlyList<string> overrides, FindingSink findings)
    {
        var valid = SettablePaths(root);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var given in overrides.Select((text, index) => ScenarioOverride.Parse(text, index, findings)).OfType<ScenarioOverride>())
        {
            if (!valid.Contains(given.Path))
            {
                findings.Report(
                    FindingCode.OverrideUnknown,
                    given.PathSpan,
                    $"'{given.Path}' leads to nothing in the scenario that can be set.",
                    NearestPath.Hint(given.Path, valid));
            }
            else if (!taken.Add(given.Path))
            {
                findings.Report(
                    FindingCode.OverrideTwice,
                    given.PathSpan,
                    $"'{given.Path}' is set twice.",
                    "give each path one value");
            }
            else
            {
                root = given.ApplyTo(root);
            }
        }

        return root;
    }

    /// <summary>
    /// Every path that leads to a single value of this scenario, whether it is written or left to its default; what it builds on was read
    /// before, and setting it would change nothing.
    /// </summary>
    public static ImmutableSortedSet<string> SettablePaths(SyntaxNode root) =>
        ScenarioDocument.Shape.ScalarPaths(root).ToImmutableSortedSet(StringComparer.Ordinal).Remove(BaseReader.Key);
}
