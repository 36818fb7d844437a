using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Planning;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios;

/// <summary>Scenario files to plans: read, bound, checked and resolved in one pass.</summary>
public static class ScenarioLoader
{
    /// <summary>
    /// Loads a scenario file with its system file. Whatever is wrong with them is a finding, never an exception: a missing
    /// file, broken YAML, a wrong override.
    /// </summary>
    /// <param name="path">The scenario file, relative to the current directory or absolute.</param>
    /// <param name="overrides">Single values set from outside, each as <c>path=value</c>, such as <c>upgrade.to.release=2.0</c>.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static LoadResult Load(string path, IReadOnlyList<string> overrides)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(overrides);
        var root = RootFolder.Of(path);
        var findings = new FindingSink();
        var file = root.Relative(path) ?? path;
        var (document, plan) = DocumentFile.Read(root, file, DocumentKind.Scenario, findings) is { } written
            ? Load(root, file, written, overrides, findings)
            : (null, null);
        return new LoadResult
        {
            Findings = findings.ToFindings(),
            Plan = plan,
            Name = document?.Scenario?.Value,
            RootDirectory = root.Directory,
        };
    }

    private static (ScenarioDocument? Document, ScenarioPlan? Plan) Load(
        RootFolder root,
        string file,
        MappingSyntax written,
        IReadOnlyList<string> overrides,
        FindingSink findings)
    {
        var syntax = OverrideReader.Apply(written, overrides, findings);
        if (ScenarioDocument.Shape.Bind(syntax, new BindingPlace(findings, "", null))?.Value is not { } scenario)
        {
            return (null, null);
        }

        var systemFile = scenario.System is { } named ? DocumentFile.Locate(root, file, named, findings) : null;
        var system = systemFile is null ? null : ReadSystem(root, systemFile, findings);
        if (system is not null && systemFile is not null)
        {
            SystemValidator.Check(new SystemContext { System = system, File = systemFile, Root = root, Findings = findings });
        }

        var context = new ValidationContext { Root = syntax, Scenario = scenario, System = system, Findings = findings };
        ScenarioValidator.Check(context);
        var steps = ScenarioPlanner.Walk(context);
        if (findings.HasErrors || system is null || systemFile is null)
        {
            return (scenario, null);
        }

        var systemPlan = new SystemPlanner(system, systemFile, root).Plan();
        return (scenario, ScenarioPlanner.Plan(scenario, file, systemPlan, steps, [.. overrides]));
    }

    private static SystemDocument? ReadSystem(RootFolder root, string file, FindingSink findings) =>
        DocumentFile.Read(root, file, DocumentKind.System, findings) is { } syntax
            ? SystemDocument.Shape.Bind(syntax, new BindingPlace(findings, "", null))?.Value
            : null;
}
