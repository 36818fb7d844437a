using System.Text;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Syntax;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Documents;

/// <summary>Reads a file of the language as far as its keys.</summary>
internal static class DocumentFile
{
    private const string Mappings = "mapping file";
    private const string Recording = "recording";

    /// <summary>How packed files begin (RFC 1952, section 2.3.1).</summary>
    private static readonly byte[] Gzip = [0x1F, 0x8B];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's mapping; null when there is none, which is a finding.</summary>
    /// <param name="root">The scenario root.</param>
    /// <param name="file">Relative to the root; absolute when it lies elsewhere.</param>
    /// <param name="kind">What it should be.</param>
    /// <param name="findings">Hears of everything that is wrong.</param>
    public static MappingSyntax? Read(RootFolder root, string file, DocumentKind kind, FindingSink findings)
    {
        if (ReadText(root.Full(file), file, $"{kind.Name} file", kind.Order, file, findings) is not { } source)
        {
            return null;
        }

        if (!kind.IsUsualName(file))
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

    /// <summary>A file whose mapping is laid over a scenario; null when there is none, which is a finding.</summary>
    /// <param name="file">Relative to the current directory, or absolute.</param>
    /// <param name="order">Findings of a lower one are told first.</param>
    /// <param name="findings">Hears of everything that is wrong.</param>
    public static MappingSyntax? ReadOverrides(string file, int order, FindingSink findings)
    {
        const string What = "file of overrides";
        if (ReadText(Path.GetFullPath(file), file, What, order, null, findings) is not { } source)
        {
            return null;
        }

        var node = SyntaxReader.Read(source, findings);
        if (node is not null and not MappingSyntax and not RefusedSyntax)
        {
            findings.Report(
                FindingCode.WrongShape,
                node.Span,
                $"the {What} must be a mapping.",
                "write it like a scenario file, with the keys that it sets alone");
        }

        return node as MappingSyntax;
    }

    /// <summary>The text of a recording; null when it cannot be read, which is a finding.</summary>
    public static SourceText? ReadRecording(RootFolder root, string file, FindingSink findings) =>
        ReadText(root.Full(file), file, Recording, DocumentKind.System.Order + 1, null, findings);

    /// <summary>The text of a mapping file; null when it cannot be read, which is a finding.</summary>
    public static SourceText? ReadMappings(RootFolder root, string file, FindingSink findings) =>
        ReadText(root.Full(file), file, Mappings, DocumentKind.System.Order + 1, null, findings);

    /// <summary>What a file holds that a mapping answers; null when it cannot be read, which is a finding.</summary>
    public static byte[]? ReadBytes(RootFolder root, string file, SourceSpan named, FindingSink findings)
    {
        try
        {
            return File.ReadAllBytes(root.Full(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Report(FindingCode.FileUnreadable, named, $"file '{file}' cannot be read.", "it must be a file that the current user may read");
            return null;
        }
    }

    /// <summary>The file that a scenario names, relative to the root; null when it is not there, which is a finding.</summary>
    /// <param name="root">The scenario root.</param>
    /// <param name="scenarioFile">The scenario, from which the path counts unless it stands in another file.</param>
    /// <param name="named">The path as written.</param>
    /// <param name="what">What kind of file it should be.</param>
    /// <param name="findings">Hears of what is wrong.</param>
    public static string? Locate(RootFolder root, string scenarioFile, Spanned<string> named, string what, FindingSink findings)
    {
        if (root.Resolve(named.Span.Source.PathsCountFrom ?? scenarioFile, named.Value) is not { } file)
        {
            findings.Report(
                FindingCode.PathNotInside,
                named.Span,
                $"{what} file '{named.Value}' lies outside the scenario root.",
                "the root is the folder of the solution; move the file below it");
            return null;
        }

        if (!root.HasFile(file))
        {
            findings.Report(
                FindingCode.FileUnreadable,
                named.Span,
                $"{what} file '{file}' does not exist.",
                "the path counts from the folder of this file; correct it");
            return null;
        }

        return file;
    }

    private static SourceText? ReadText(string path, string name, string what, int order, string? pathsCountFrom, FindingSink findings)
    {
        try
        {
            var text = File.ReadAllText(path, Utf8);
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return new SourceText(name, order, text) { PathsCountFrom = pathsCountFrom };
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
                new SourceText(name, order, "").Start(),
                isMissing ? $"{what} '{name}' does not exist." : $"{what} '{name}' cannot be read.",
                isMissing ? "correct the path" : "it must be a file that the current user may read");
            return null;
        }

        findings.Report(
            FindingCode.FileUnreadable,
            new SourceText(name, order, "").Start(),
            $"{what} '{name}' is not text.",
            (pathsCountFrom, what) switch
            {
                (null, Recording) when IsPacked(path) => "it is packed with gzip; unpack it, such as with 'gunzip --stdout', and name the file that comes of it",
                (null, Recording) => "it must be an access log or a HAR file, saved as UTF-8",
                (null, Mappings) => "it must be JSON, saved as UTF-8",
                _ => "it must be YAML, saved as UTF-8",
            });
        return null;
    }

    /// <summary>Logs are packed when they are put aside.</summary>
    private static bool IsPacked(string path)
    {
        try
        {
            Span<byte> start = stackalloc byte[2];
            using var file = File.OpenRead(path);
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Gzip);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It was read a moment ago; what it held then is reported all the same.
            return false;
        }
    }
}
