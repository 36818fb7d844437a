using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.Scenarios.Documents.Layers;

/// <summary>Lays files that are given from outside over a scenario, one after the other.</summary>
internal static class OverrideFileReader
{
    /// <summary>Above the scenario and its system, below single overrides.</summary>
    private const int FirstOrder = 500;

    /// <summary>The scenario with every file that can be read; the others are findings.</summary>
    public static MappingSyntax Apply(MappingSyntax scenario, IReadOnlyList<string> files, FindingSink findings)
    {
        for (var index = 0; index < files.Count; index++)
        {
            if (DocumentFile.ReadOverrides(files[index], FirstOrder + index, findings) is not { } upper)
            {
                continue;
            }

            if (upper.Entry(BaseReader.Key) is { } extends)
            {
                findings.Report(
                    FindingCode.UnknownKey,
                    extends.Key.Span,
                    $"key '{BaseReader.Key}' has no effect in a file that is laid over a scenario.",
                    "write it into the scenario itself, or lay the other file over it as well");
            }

            scenario = MappingMerge.Over(scenario, upper);
        }

        return scenario;
    }
}
