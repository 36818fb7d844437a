using System.CommandLine;
using System.CommandLine.Parsing;
using StagingHarness.Reporting.Formats;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Cli.Commands;

/// <summary>A report that was asked for: <c>FORMAT</c>, or <c>FORMAT=FILE</c>.</summary>
/// <param name="Format">Its form.</param>
/// <param name="File">Where it is written; null where it belongs when nobody says.</param>
internal sealed record ReportWish(ReportFormat Format, string? File)
{
    /// <summary>The option of <c>stage run</c>; it may be given several times.</summary>
    public static Option<ReportWish[]> Option()
    {
        var option = new Option<ReportWish[]>("--report")
        {
            Description = $"Writes a report of each run into its folder, or of all of them into FILE: {string.Join(", ", ReportFormats.Names)}. May be given several times.",
            HelpName = "FORMAT[=FILE]",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => Read(token.Value, result)).OfType<ReportWish>()],
            DefaultValueFactory = _ => [],
        };
        return option;
    }

    /// <summary>Null for a format that there is none of, which the result is told.</summary>
    private static ReportWish? Read(string text, ArgumentResult result)
    {
        var parts = text.Split('=', 2);
        if (ReportFormats.Find(parts[0]) is not { } format)
        {
            result.AddError($"unknown report format '{parts[0]}'; {NearestName.Hint(parts[0], ReportFormats.Names)}");
            return null;
        }

        if (parts is [_, ""])
        {
            result.AddError($"'--report {text}' names no file; write '--report {parts[0]}' or '--report {parts[0]}=FILE'");
            return null;
        }

        return new ReportWish(format, parts.Length == 2 ? parts[1] : null);
    }
}
