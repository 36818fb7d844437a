using System.CommandLine;
using System.CommandLine.Parsing;
using StagingHarness.OpenApi;
using StagingHarness.OpenApi.Folders;
using StagingHarness.OpenApi.Notes;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Verdicts;

namespace StagingHarness.Cli.Commands;

/// <summary><c>stage import openapi FILE --out FOLDER</c>: what a third party documents becomes mapping files, by which the provider plays it.</summary>
internal static class ImportCommand
{
    private const int MostWarnings = 30;

    public static Command Create(TextWriter output, TextWriter error) =>
        new("import", "Makes mapping files of what a third party documents, by which the provider plays it.") { OpenApi(output, error) };

    private static Command OpenApi(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "The document: OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, as JSON or YAML, in one file." };
        var folder = new Option<string>("--out") { Description = "Gets a mapping file for each operation; a system names the folder.", HelpName = "FOLDER", Required = true };
        var basePath = new Option<string?>("--base-path")
        {
            Description = "What goes before each path, '/' for nothing; default: the path of the document's first server.",
            HelpName = "PATH",
            CustomParser = Path,
        };
        var only = new Option<string[]>("--only") { Description = "An operation, by its id or like 'GET /rates*'; may be given many times; default: all.", HelpName = "OPERATION" };
        var hide = new Option<string[]>("--hide")
        {
            Description = "A further name of a header or member whose values in examples are secrets; may be given many times.",
            HelpName = "NAME",
        };
        var lenient = new Option<bool>("--lenient") { Description = "Imports what can be read of a document with mistakes." };
        var force = new Option<bool>("--force") { Description = "Replaces mapping files that are there." };
        var command = new Command("openapi", "Makes a mapping file of each operation of an OpenAPI document: its first documented success, with the example that it gives, or one that is made up.")
        {
            file, folder, basePath, only, hide, lenient, force,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(basePath),
            (parsed.GetValue(only) ?? [], parsed.GetValue(hide) ?? []),
            (parsed.GetValue(lenient), parsed.GetValue(force)),
            output,
            error));
        return command;
    }

    /// <summary>Nothing above names the library of documents, so that no other command loads it.</summary>
    private static int Run(
        string file, string folder, string? basePath, (string[] Only, string[] Hide) names, (bool Lenient, bool Force) flags, TextWriter output, TextWriter error)
    {
        try
        {
            var result = OpenApiImporter.Run(new ImportOrder
            {
                File = file,
                Folder = folder,
                BasePath = basePath,
                Only = [.. names.Only],
                Hide = [.. names.Hide],
                Lenient = flags.Lenient,
                Force = flags.Force,
            });
            return Tell(result, file, folder, output, error);
        }
        catch (ImportRefusedException exception)
        {
            error.WriteLine($"stage: {exception.Message}");
            return ExitCodes.Usage;
        }
    }

    private static int Tell(ImportResult result, string file, string folder, TextWriter output, TextWriter error)
    {
        TellNotes([.. result.Notes.Where(note => note.Severity == Severity.Error)], [.. result.Notes.Where(note => note.Severity != Severity.Error)], error);
        if (result.IsBroken)
        {
            error.WriteLine($"stage: '{file}' has mistakes, and nothing was written");
            return ExitCodes.Invalid;
        }

        var left = result.LeftOut.IsEmpty ? "" : FormattableString.Invariant($"; {result.LeftOut.Length} left out: ")
            + string.Join("; ", result.LeftOut.GroupBy(one => one.Why).Select(group => $"{NearestName.List([.. group.Select(one => one.Operation)])} ({group.Key})"));
        if (result.Files.IsEmpty)
        {
            error.WriteLine(FormattableString.Invariant($"stage: {Count(result.Operations, "operation")}, none of them to import, and nothing was written{left}"));
            return ExitCodes.NothingMatched;
        }

        foreach (var path in result.Files)
        {
            output.WriteLine(path);
        }

        TellRest(result, folder, error);
        error.WriteLine($"stage: {Count(result.Operations, "operation")}, {Count(result.Files.Length, "mapping")} written to '{folder}'{left}");
        if (!result.Findings.IsEmpty)
        {
            output.WriteLine(FindingRenderer.Render(result.Findings));
            error.WriteLine("stage: no system can name it before these are mended");
            return ExitCodes.Invalid;
        }

        error.WriteLine("stage: a system names the folder as 'provider: { mappings: ... }', or a contract of it does");
        return ExitCodes.Passed;
    }

    private static void TellNotes(ImportNote[] errors, ImportNote[] warnings, TextWriter error)
    {
        foreach (var note in errors.Concat(warnings.Take(MostWarnings)))
        {
            error.WriteLine(note);
        }

        if (warnings.Length > MostWarnings)
        {
            error.WriteLine(FormattableString.Invariant($"stage: and {warnings.Length - MostWarnings} more warnings"));
        }
    }

    private static void TellRest(ImportResult result, string folder, TextWriter error)
    {
        if (result.BasePaths.Where(path => path.Length > 0).ToList() is { Count: > 0 } paths)
        {
            error.WriteLine($"stage: paths begin with {NearestName.List(paths)}, as the servers of the document do; '--base-path' gives another");
        }

        if (!result.Hidden.IsEmpty)
        {
            error.WriteLine($"stage: hidden in examples were {string.Join(", ", result.Hidden.Select(one => FormattableString.Invariant($"{one.Key} ({one.Value})")))}");
        }

        if (!result.Others.IsEmpty)
        {
            error.WriteLine($"stage: {NearestName.List(result.Others)} in '{folder}' {(result.Others.Length == 1 ? "is of no operation and stays" : "are of no operation and stay")}; a system that names the folder has them, too");
        }
    }

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");

    private static string? Path(ArgumentResult result)
    {
        var path = result.Tokens[0].Value;
        if (path.StartsWith('/') && path.AsSpan().IndexOfAny("?#{} ") < 0)
        {
            return path.TrimEnd('/');
        }

        result.AddError($"'{path}' is no path; write it like '/v1', or '/' for none");
        return null;
    }
}
