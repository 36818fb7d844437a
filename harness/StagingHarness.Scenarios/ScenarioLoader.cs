using StagingHarness.Scenarios.Building;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Layers;
using StagingHarness.Scenarios.Documents.Recordings;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Documents.Variables;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Planning;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Validation;

namespace StagingHarness.Scenarios;

/// <summary>Scenario files to plans: read, bound, checked and resolved in one pass.</summary>
public static class ScenarioLoader
{
    /// <summary>As below, with single values set from outside and nothing else: no variable is taken from the environment.</summary>
    public static LoadResult Load(string path, IReadOnlyList<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        return Load(path, ScenarioInputs.None with { Overrides = [.. overrides] });
    }

    /// <summary>
    /// Loads a scenario file with its system file. Whatever is wrong with them is a finding, never an exception: a missing
    /// file, broken YAML, a wrong override.
    /// </summary>
    /// <param name="path">The scenario file, relative to the current directory or absolute.</param>
    /// <param name="inputs">What is set from outside.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static LoadResult Load(string path, ScenarioInputs inputs) => Load(path, inputs, static _ => []);

    /// <summary>As above, with rules about the whole plan that need more than this project knows; they are asked when nothing else is wrong.</summary>
    public static LoadResult Load(string path, ScenarioInputs inputs, Func<ScenarioPlan, IEnumerable<PlanObjection>> rules)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(rules);
        var root = RootFolder.Of(path);
        var findings = new FindingSink();
        var file = root.Relative(path) ?? path;
        return Load(root, file, DocumentFile.Read(root, file, DocumentKind.Scenario, findings), inputs, rules, findings);
    }

    /// <summary>As above, for a scenario that was written in code.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="rootDirectory">The scenario root, from which its paths count.</param>
    /// <param name="inputs">What is set from outside.</param>
    /// <param name="rules">Rules about the whole plan.</param>
    /// <exception cref="ArgumentException">The root is empty.</exception>
    public static LoadResult Load(
        Scenario scenario, string rootDirectory, ScenarioInputs inputs, Func<ScenarioPlan, IEnumerable<PlanObjection>> rules)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentException.ThrowIfNullOrWhiteSpace(rootDirectory);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(rules);
        var root = RootFolder.At(rootDirectory);
        var files = new CodeFiles(root);
        return Load(root, scenario.FileName(files), scenario.ToMapping(files), inputs, rules, new FindingSink());
    }

    private static LoadResult Load(
        RootFolder root,
        string file,
        MappingSyntax? written,
        ScenarioInputs inputs,
        Func<ScenarioPlan, IEnumerable<PlanObjection>> rules,
        FindingSink findings)
    {
        var whole = written is null ? null : BaseReader.Complete(root, file, written, findings);
        var (document, plan) = whole is null ? (null, null) : Plan(root, file, whole, inputs, rules, findings);
        return new LoadResult
        {
            Findings = findings.ToFindings(),
            Plan = plan,
            Name = document?.Scenario?.Value,
            RootDirectory = root.Directory,
        };
    }

    private static (ScenarioDocument? Document, ScenarioPlan? Plan) Plan(
        RootFolder root,
        string file,
        MappingSyntax whole,
        ScenarioInputs inputs,
        Func<ScenarioPlan, IEnumerable<PlanObjection>> rules,
        FindingSink findings)
    {
        var layered = OverrideReader.Apply(OverrideFileReader.Apply(whole, inputs.OverrideFiles, findings), inputs.Overrides, findings);
        var given = GivenVariables.Read(inputs.Variables, inputs.Environment, findings);
        var variables = VariableReader.Read(layered, given, findings);
        var syntax = VariableSubstitution.Apply(layered, variables, findings);
        if (ScenarioDocument.Shape.Bind(syntax, new BindingPlace(findings, "", null))?.Value is not { } scenario)
        {
            return (null, null);
        }

        var systemFile = scenario.System is { } named ? DocumentFile.Locate(root, file, named, "system", findings) : null;
        var system = systemFile is null ? null : SystemReader.Read(root, systemFile, findings);
        var recording = scenario.Traffic?.Value.Replay is { Value: var replay }
            ? RecordingReader.Read(root, file, replay, replay.Answers?.Value ?? Defaults.ReplayAnswers, findings)
            : null;
        var context = new ValidationContext { Root = syntax, Scenario = scenario, System = system, Recording = recording, Findings = findings };
        ScenarioValidator.Check(context);
        var steps = ScenarioPlanner.Walk(context);
        if (findings.HasErrors || system is null || systemFile is null)
        {
            return (scenario, null);
        }

        var systemPlan = new SystemPlanner(system, systemFile, root).Plan();
        var plan = ScenarioPlanner.Plan(scenario, recording, file, systemPlan, system.Alerts?.Value ?? [], steps, variables, inputs);
        foreach (var objection in rules(plan))
        {
            findings.Report(objection.Code, SpanOf(objection.Place, context), objection.Summary, objection.Hint);
        }

        return (scenario, findings.HasErrors ? null : plan);
    }

    /// <summary>The part of the document that has that place in the plan.</summary>
    private static SourceSpan SpanOf(SourcePlace place, ValidationContext context) =>
        context.Expectations.Concat(WrittenSteps.Gates(context).SelectMany(gate => gate.Expect?.Value ?? []))
            .Select(expectation => expectation.Span)
            .Concat(context.AllSteps.Select(step => step.Span))
            .FirstOrDefault(span => span.ToPlace() == place) ?? context.Root.Span;
}
