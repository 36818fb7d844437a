using System.CommandLine;
using System.Text.RegularExpressions;
using StagingHarness.Scaffolding;
using StagingHarness.Timelines;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage new NAME</c>: writes a scenario that validates as it is, and never over a file that is there.</summary>
internal static partial class NewCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var name = new Argument<string>("NAME") { Description = "The scenario's name: lower-case letters, digits and hyphens." };
        var template = new Option<string>("--template")
        {
            Description = "gate: an upgrade that must be safe; incident: a failure that is replayed.",
            HelpName = "TEMPLATE",
            DefaultValueFactory = _ => "gate",
        };
        template.AcceptOnlyFromAmong("gate", "incident");
        var system = new Option<string?>("--system")
        {
            Description = "The system file; default: the one below the scenario root, else a new one to fill in.",
            HelpName = "FILE",
        };
        var timeline = new Option<string?>("--from-timeline")
        {
            Description = "A postmortem's timeline as a table (Markdown or CSV: time, what happened), of which an incident is made.",
            HelpName = "FILE",
        };
        var folder = new Option<string>("--folder")
        {
            Description = "Where it is written; default: the current folder.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("new", "Writes a new scenario from a template, or from a postmortem's timeline.")
        {
            name,
            template,
            system,
            timeline,
            folder,
        };
        command.SetAction(parsed =>
        {
            try
            {
                return Create(
                    new ScaffoldOrder
                    {
                        Name = Checked(parsed.GetRequiredValue(name)),
                        Folder = parsed.GetRequiredValue(folder),
                        Template = parsed.GetValue(timeline) is null && parsed.GetRequiredValue(template) == "gate"
                            ? ScenarioTemplate.Gate
                            : ScenarioTemplate.Incident,
                        System = parsed.GetValue(system),
                        Reported = parsed.GetValue(timeline) is { } table ? (Read(table), Path.GetFileName(table)) : null,
                    },
                    output,
                    error);
            }
            catch (ScaffoldRefusedException exception)
            {
                error.WriteLine($"stage: {exception.Message}");
                return ExitCodes.Usage;
            }
        });
        return command;
    }

    private static int Create(ScaffoldOrder order, TextWriter output, TextWriter error)
    {
        var files = Scaffold.Create(order);
        ScaffoldWriter.Write(files);
        var here = Directory.GetCurrentDirectory();
        foreach (var file in files)
        {
            output.WriteLine(Path.GetRelativePath(here, file.Path));
        }

        foreach (var note in order.Reported?.Timeline.NotUnderstood ?? [])
        {
            error.WriteLine(FormattableString.Invariant($"stage: line {note.Line} {note.Why}; it is kept as a comment: {note.Text}"));
        }

        var scenario = Path.GetRelativePath(here, files[0].Path);
        error.WriteLine($"stage: next, 'stage plan {scenario}' shows its steps, and 'stage run {scenario}' rehearses them");
        return ExitCodes.Passed;
    }

    private static string Checked(string name) => Slug().IsMatch(name)
        ? name
        : throw new ScaffoldRefusedException(
            $"'{name}' is no name of a scenario; write lower-case letters, digits and single hyphens, like 'orders-upgrade'");

    private static Timeline Read(string file)
    {
        try
        {
            return TimelineReader.Read(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ScaffoldRefusedException($"timeline '{file}' cannot be read: {exception.Message}");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
