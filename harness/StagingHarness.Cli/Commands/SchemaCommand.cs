using System.CommandLine;
using StagingHarness.Scenarios;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage schema</c>: the JSON Schema that editors complete scenario and system files by.</summary>
internal static class SchemaCommand
{
    public static Command Create(TextWriter output)
    {
        var kind = new Argument<string>("KIND")
        {
            Description = "scenario or system.",
            DefaultValueFactory = _ => "scenario",
        };
        kind.AcceptOnlyFromAmong("scenario", "system");
        var command = new Command("schema", "Prints the JSON Schema of scenario or system files, for editors.") { kind };
        command.SetAction(parsed =>
        {
            output.Write(parsed.GetRequiredValue(kind) == "system" ? SchemaFiles.System : SchemaFiles.Scenario);
            return ExitCodes.Passed;
        });
        return command;
    }
}
