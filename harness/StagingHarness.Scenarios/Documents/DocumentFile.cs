using System.Text;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Reads a file of the language as far as its keys.</summary>
internal static class DocumentFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's mapping; null when there is none, which is a finding.</summary>
    /// <param name="root">The scenario root.</param>
    /// <param name="file">Relative to the root; absolute when it lies elsewhere.</param>
    /// <param name="kind">What it should be.</param>
    /// <param name="findings">Hears of everything that is wrong.</param>
    public static MappingSyntax? Read(RootFolder root, string file, DocumentKind kind, FindingSink findings)
    {
        var source = ReadText(root, file, kind, findings);
        if (source is null)
        {
            return null;
        }

        if (!file.EndsWith(kind.Suffix, StringComparison.Ordinal))
        {
            findings.Report(
                FindingCode.UnusualFileName,
                source.Start(),
                $"the name of this {kind.Name} file does not end with '{kind.Suffix}'.",
                "rename it; editors know the schema, and suites the files, by their names");
        }

        var node = SyntaxReader.Read(source, findings);
        if (node is MappingSyntax mapping && kind.IsOther(mapping))
        {
            findings.Report(
                FindingCode.WrongKindOfFile,
                mapping.Span,
                $"this is no {kind.Name} file.",
                $"a {kind.Name} file begins with '{kind.Name}: NAME'");
            return null;
        }

        if (node is not null and not MappingSyntax and not RefusedSyntax)
        {
            findings.Report(
                FindingCode.WrongShape,
                node.Span,
                "the file must be a mapping.",
                $"begin it with '{kind.Name}: NAME'");
        }

        return node as MappingSyntax;
    }

    /// <summary>The system file that a scenario names, relative to the root; null when it is not there, which is a finding.</summary>
    public static string? Locate(RootFolder root, string scenarioFile, Spanned<string> system, FindingSink findings)
    {
        if (root.Resolve(scenarioFile, system.Value) is not { } file)
        {
            findings.Report(
                FindingCode.PathNotInside,
                system.Span,
                $"system file '{system.Value}' lies outside the scenario root.",
                "the root is the folder of the solution; move the file below it");
            return null;
        }

        if (!root.HasFile(file))
        {
            findings.Report(
                FindingCode.FileUnreadable,
                system.Span,
                $"system file '{file}' does not exist.",
                "the path counts from the folder of this file; correct it");
            return null;
        }

        return file;
    }

    private static SourceText? ReadText(RootFolder root, string file, DocumentKind kind, FindingSink findings)
    {
        try
        {
            var text = File.ReadAllText(root.Full(file), Utf8);
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return new SourceText(file, kind.Order, text);
            }
        }
        catch (DecoderFallbackException)
        {
            // What it holds is reported below.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var isMissing = exception is FileNotFoundException or DirectoryNotFoundException;
            findings.Report(
                FindingCode.FileUnreadable,
                new SourceText(file, kind.Order, "").Start(),
                isMissing ? $"{kind.Name} file '{file}' does not exist." : $"{kind.Name} file '{file}' cannot be read.",
                isMissing ? "correct the path" : "it must be a file that the current user may read");
            return null;
        }

        findings.Report(
            FindingCode.FileUnreadable,
            new SourceText(file, kind.Order, "").Start(),
            $"{kind.Name} file '{file}' is not text.",
            "it must be YAML, saved as UTF-8");
        return null;
    }
}
