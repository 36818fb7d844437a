using System.CommandLine;
using StagingHarness.Files;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Cli.Commands;

/// <summary>What every command about scenario files takes.</summary>
internal sealed class ScenarioArguments
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "Scenario files (*.scenario.yaml), folders with scenario files in them, or patterns like 'scenarios/**/*.scenario.yaml'.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> overrides = Several(
        "--set", "PATH=VALUE", "Replaces one value of the scenario, for example --set upgrade.to.release=2.0. May be given several times.");

    private readonly Option<string[]> overrideFiles = Several(
        "--set-file", "FILE", "Lays the YAML or JSON of a file over the scenario: keys are merged, lists replaced. May be given several times.");

    private readonly Option<string[]> variables = Several(
        "--var", "NAME=VALUE", "Gives a variable of the scenario its value; without it STAGE_VAR_NAME of the environment counts. May be given several times.");

    public void AddTo(Command command)
    {
        command.Add(files);
        AddInputsTo(command);

        // Without this a misspelt option would be taken for a file, and the rehearsal would start without what was asked for.
        files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"unknown option '{token.Value}'; {NearestName.Hint(token.Value, command.Options.Select(option => option.Name))}");
            }
        });
    }

    /// <summary>The options alone, for a command that finds its files itself.</summary>
    public void AddInputsTo(Command command)
    {
        command.Add(overrides);
        command.Add(overrideFiles);
        command.Add(variables);
    }

    public ScenarioInputs Inputs(ParseResult parsed) => new()
    {
        Overrides = [.. parsed.GetRequiredValue(overrides)],
        OverrideFiles = [.. parsed.GetRequiredValue(overrideFiles)],
        Variables = [.. parsed.GetRequiredValue(variables)],
        Environment = Environment.GetEnvironmentVariable,
    };

    /// <summary>The files that the arguments stand for.</summary>
    /// <returns>Null when an argument stands for none, which <paramref name="error"/> was told: nothing is not green.</returns>
    public IReadOnlyList<string>? FindFiles(ParseResult parsed, TextWriter error, params ReadOnlySpan<string> suffixes)
    {
        var found = FileFinder.Find(parsed.GetRequiredValue(files), suffixes);
        foreach (var problem in found.Problems)
        {
            error.WriteLine($"stage: {problem}");
        }

        return found.Problems.IsEmpty ? found.Files : null;
    }

    private static Option<string[]> Several(string name, string value, string description) => new(name)
    {
        Description = description,
        HelpName = value,
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };
}
