using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>Looks at mapping files that no system names yet, by the rules that hold for those which one does.</summary>
public static class MappingCheck
{
    /// <summary>Everything that would keep a system from naming this mapping file.</summary>
    /// <param name="file">Absolute, or relative to the current folder.</param>
    public static ImmutableArray<Finding> Of(string file)
    {
        var full = Path.GetFullPath(file);
        var findings = new FindingSink();
        var root = RootFolder.At(Path.GetDirectoryName(full) ?? full);
        var named = new Spanned<string>(Path.GetFileName(full), new SourceText(file, 0, "").Start());
        new MappingReader(root, "any.system.yaml", findings).Read([named]);
        return findings.ToFindings();
    }
}
