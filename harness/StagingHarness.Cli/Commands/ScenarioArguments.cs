using System.CommandLine;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Cli.Commands;

/// <summary>What every command about scenario files takes.</summary>
internal sealed class ScenarioArguments
{
    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "Scenario files (*.scenario.yaml), or folders with scenario files in them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string[]> Overrides { get; } = new("--set")
    {
        Description = "Replaces one value of the scenario, for example --set upgrade.to.release=2.0. May be given several times.",
        HelpName = "PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Add(Files);
        command.Add(Overrides);

        // Without this a misspelt option would be taken for a file, and the rehearsal would start without what was asked for.
        Files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"unknown option '{token.Value}'; {NearestName.Hint(token.Value, command.Options.Select(option => option.Name))}");
            }
        });
    }

    /// <summary>The files named, and the scenario files in the folders named, in the order of their paths; a name that is neither stays as it is, for the loader to report.</summary>
    /// <returns>Null when a folder holds no scenario file, which <paramref name="error"/> was told: nothing is not green.</returns>
    public IReadOnlyList<string>? FindFiles(ParseResult parsed, TextWriter error)
    {
        var files = new List<string>();
        var isComplete = true;
        foreach (var name in parsed.GetRequiredValue(Files))
        {
            var found = Directory.Exists(name) ? FilesIn(name) : [name];
            if (found.Count == 0)
            {
                error.WriteLine($"stage: folder '{name}' holds no scenario file (*.scenario.yaml); name another one");
                isComplete = false;
            }

            files.AddRange(found);
        }

        return isComplete ? files : null;
    }

    private static List<string> FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.scenario.yaml", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or ".stage"))
            .Order(StringComparer.Ordinal),
    ];
}
