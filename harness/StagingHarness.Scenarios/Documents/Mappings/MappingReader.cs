using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Files;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>Reads the mapping files that a system names: whole, so that a plan holds all that the stand-in is given.</summary>
internal sealed class MappingReader(RootFolder root, string systemFile, FindingSink findings)
{
    private readonly MappingChecker _checker = new(findings);
    private int _bytes;

    public ImmutableArray<StandInMapping> Read(ImmutableArray<Spanned<string>> named) => [.. named.SelectMany(ReadNamed)];

    private IEnumerable<StandInMapping> ReadNamed(Spanned<string> named)
    {
        if (root.Resolve(systemFile, named.Value) is not { } path)
        {
            findings.Report(
                FindingCode.PathNotInside,
                named.Span,
                $"mapping file '{named.Value}' lies outside the scenario root.",
                "the root is the folder of the solution; move the file below it");
            return [];
        }

        if (root.HasFile(path))
        {
            return ReadFile(path);
        }

        if (!root.HasFolder(path))
        {
            findings.Report(
                FindingCode.FileMissing,
                named.Span,
                $"mapping file '{path}' does not exist.",
                "the path counts from the folder of this file; correct it, or add the file, or a folder of them");
            return [];
        }

        var files = root.FilesIn(path, ".json");
        if (files.IsEmpty)
        {
            findings.Report(FindingCode.FileMissing, named.Span, $"folder '{path}' holds no mapping file.", "put '*.json' files there, not into folders below it");
        }

        return [.. files.SelectMany(ReadFile)];
    }

    private IEnumerable<StandInMapping> ReadFile(string file)
    {
        if (DocumentFile.ReadMappings(root, file, findings) is not { } source || PlacedJsonReader.Read(source, findings) is not { } whole)
        {
            return [];
        }

        var entries = whole switch
        {
            { Kind: JsonValueKind.Array } => whole.Items,
            { Kind: JsonValueKind.Object } when whole.Member("Mappings") is { Kind: JsonValueKind.Array } list => list.Items,
            _ => [whole],
        };
        if (entries.IsEmpty || entries.Any(entry => entry.Kind != JsonValueKind.Object))
        {
            findings.Report(
                FindingCode.MappingUnreadable,
                (entries.FirstOrDefault(entry => entry.Kind != JsonValueKind.Object) ?? whole).Span,
                "this is no mapping.",
                "write an object with 'Request' and 'Response', a list of them, or '{ \"mappings\": [...] }'");
            return [];
        }

        return [.. entries.Select(entry => ReadMapping(file, entry)).OfType<StandInMapping>()];
    }

    private StandInMapping? ReadMapping(string file, PlacedJson mapping)
    {
        _checker.Check(mapping);
        var whole = WithBody(file, mapping);
        if (MappingName.Of(mapping) is not { } name)
        {
            return null;
        }

        if (name.Text.Any(char.IsControl) || name.Text.Length > MappingBounds.LongestTitle)
        {
            findings.Report(FindingCode.MappingUnreadable, name.Span, "calls cannot be counted under this name.", "give the mapping a short 'Title' on one line");
        }
        else if (MappingBounds.IsReserved(name.Text))
        {
            findings.Report(
                FindingCode.NameReserved, name.Span, $"'{name.Text}' is what calls of the stand-in's own are counted under.", "give the mapping another 'Title'");
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            whole.WriteTo(writer);
        }

        _bytes += json.WrittenCount;
        if (_bytes > MappingBounds.MostBytes && _bytes - json.WrittenCount <= MappingBounds.MostBytes)
        {
            findings.Report(
                FindingCode.MappingUnreadable, mapping.Span, "the mappings hold more than 4 MiB from here on, and a plan holds all of them.", "shorten the bodies");
        }

        return new StandInMapping { Name = name.Text, Json = Encoding.UTF8.GetString(json.WrittenSpan) };
    }

    /// <summary>With what is in its body file in the place of the file's name.</summary>
    private PlacedJson WithBody(string file, PlacedJson mapping)
    {
        if (mapping.Member("Response") is not { Kind: JsonValueKind.Object } response || response.Member("BodyAsFile") is not { Kind: JsonValueKind.String } named)
        {
            return mapping;
        }

        if (root.Resolve(file, named.Text) is not { } path || !root.HasFile(path))
        {
            findings.Report(
                FindingCode.FileMissing,
                named.Span,
                $"body file '{Printable.Of(named.Text)}' does not exist below the scenario root.",
                "the path counts from the folder of the mapping file; correct it, or add the file");
            return mapping;
        }

        if (DocumentFile.ReadBytes(root, path, named.Span, findings) is not { } body)
        {
            return mapping;
        }

        var (key, text) = TextOf(body) is { } told ? ("Body", told) : ("BodyAsBytes", Convert.ToBase64String(body));
        var with = response with
        {
            Members =
            [
                .. response.Members.Where(member => !member.Name.StartsWith("BodyAsFile", StringComparison.OrdinalIgnoreCase)),
                new PlacedMember(key, named.Span, named with { Text = text }),
            ],
        };
        return mapping with { Members = [.. mapping.Members.Select(member => member.Value == response ? member with { Value = with } : member)] };
    }

    private static string? TextOf(byte[] body)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
