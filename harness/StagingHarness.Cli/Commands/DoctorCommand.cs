using System.CommandLine;
using StagingHarness.Browser;
using StagingHarness.Doctor;
using StagingHarness.Scenarios;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage doctor</c>: says what runs on this machine, and what mends the rest.</summary>
internal static class DoctorCommand
{
    public static Command Create(TextWriter output)
    {
        var form = new OutputForm();
        var command = new Command("doctor", "Checks what runs need on this machine, with the evidence and what mends it; nothing is changed.") { form.Option };
        command.SetAction((parsed, cancellationToken) => RunAsync(form.IsJson(parsed), output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool asJson, TextWriter output, CancellationToken cancellationToken)
    {
        var here = Directory.GetCurrentDirectory();
        var report = await StageDoctor.ExamineAsync(ScenarioRoot.FindAbove(here) ?? here, BrowserProgram.Find(ofPlaywright: null), TimeProvider.System, cancellationToken);
        await output.WriteLineAsync(asJson ? DoctorJson.Print(report) : DoctorText.Print(report));
        return report.ExitCode;
    }
}
