using System.CommandLine;
using StagingHarness.Doctor;
using StagingHarness.Scenarios;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage doctor</c>: says what runs on this machine, and what mends the rest.</summary>
internal static class DoctorCommand
{
    public static Command Create(TextWriter output)
    {
        var format = new Option<string>("--output") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("doctor", "Checks what runs need on this machine, with the evidence and what mends it; nothing is changed.") { format };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(format) == "json", output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool asJson, TextWriter output, CancellationToken cancellationToken)
    {
        var here = Directory.GetCurrentDirectory();
        var report = await StageDoctor.ExamineAsync(ScenarioRoot.FindAbove(here) ?? here, TimeProvider.System, cancellationToken);
        await output.WriteLineAsync(asJson ? DoctorJson.Print(report) : DoctorText.Print(report));
        return report.ExitCode;
    }
}
