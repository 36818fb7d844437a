using System.CommandLine;
using StagingHarness.Cleaning;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage clean</c>: removes what runs have left behind whose harness is gone.</summary>
internal static class CleanCommand
{
    public static Command Create(TextWriter output)
    {
        var images = new Option<bool>("--images") { Description = "Removes images too that the harness has built and that no container uses." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be removed, and removes nothing." };
        var command = new Command(
            "clean", "Removes what killed runs have left behind: processes, and containers, networks and volumes on Docker. Living runs are not touched.")
        {
            images,
            dryRun,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new CleaningOptions { IncludesImages = parsed.GetValue(images), IsDryRun = parsed.GetValue(dryRun) }, output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CleaningOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var report = await StageCleaning.RunAsync(options, TimeProvider.System, cancellationToken);
        foreach (var line in report.Lines)
        {
            await output.WriteLineAsync(line);
        }

        return report.IsClean ? ExitCodes.Passed : ExitCodes.Environment;
    }
}
