using System.CommandLine;
using StagingHarness.Listing;
using StagingHarness.Scenarios;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage list</c>: the scenarios below a folder, with intent, tags and title.</summary>
internal static class ListCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "Where to look; default: the scenario root, which is the folder of the solution or repository.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var tags = new Option<string[]>("--tag")
        {
            Description = "Only scenarios that have this tag. May be given several times: all of them then.",
            HelpName = "TAG",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        var form = new OutputForm();
        var command = new Command("list", "Lists the scenarios below a folder, with intent, tags and title.") { folder, tags, form.Option };
        command.SetAction(parsed => List(
            parsed.GetValue(folder), parsed.GetRequiredValue(tags), form.IsJson(parsed), output, error));
        return command;
    }

    private static int List(string? folder, string[] tags, bool asJson, TextWriter output, TextWriter error)
    {
        var here = folder ?? ScenarioRoot.FindAbove(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory();
        var scenarios = ScenarioList.Of(here, tags, ScenarioInputs.None with { Environment = Environment.GetEnvironmentVariable });
        if (scenarios.IsEmpty)
        {
            error.WriteLine(tags.Length == 0
                ? $"stage: folder '{here}' holds no scenario file (*.scenario.yaml); name another one"
                : $"stage: no scenario in '{here}' has the {(tags.Length == 1 ? "tag" : "tags")} {Quoted(tags)}; 'stage list' shows them all");
        }

        if (asJson)
        {
            output.WriteLine(ScenarioListJson.Print(scenarios));
        }
        else if (!scenarios.IsEmpty)
        {
            output.WriteLine(ScenarioListText.Print(scenarios));
        }

        return scenarios.IsEmpty ? ExitCodes.NothingMatched : ExitCodes.Passed;
    }

    private static string Quoted(IEnumerable<string> tags) => string.Join(" and ", tags.Select(tag => $"'{tag}'"));
}
