using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Mappings;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios;

/// <summary>A system file, read, bound and checked.</summary>
internal static class SystemReader
{
    /// <summary>As far as it could be read; null when it could not, which is a finding.</summary>
    /// <param name="root">The scenario root.</param>
    /// <param name="file">Relative to the root.</param>
    /// <param name="findings">Hears of everything that is wrong.</param>
    public static SystemDocument? Read(RootFolder root, string file, FindingSink findings)
    {
        if (DocumentFile.Read(root, file, DocumentKind.System, findings) is not { } syntax
            || SystemDocument.Shape.Bind(syntax, new BindingPlace(findings, "", null))?.Value is not { } system)
        {
            return null;
        }

        system = system with { Mappings = ProviderMappings.Read(system, root, file, findings) };
        SystemValidator.Check(new SystemContext { System = system, File = file, Root = root, Findings = findings });
        return system;
    }
}
