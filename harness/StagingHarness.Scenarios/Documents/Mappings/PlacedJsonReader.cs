using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Mappings;

/// <summary>Reads a JSON file with the places of all that is in it.</summary>
internal sealed class PlacedJsonReader
{
    private readonly SourceText _source;
    private readonly FindingSink _findings;
    private readonly byte[] _bytes;
    private readonly List<int> _lines = [0];

    private PlacedJsonReader(SourceText source, FindingSink findings)
    {
        _source = source;
        _findings = findings;
        _bytes = Encoding.UTF8.GetBytes(source.Text);
        for (var index = 0; index < _bytes.Length; index++)
        {
            if (_bytes[index] == (byte)'\n')
            {
                _lines.Add(index + 1);
            }
        }
    }

    /// <returns>Null when it is no JSON, which is a finding.</returns>
    public static PlacedJson? Read(SourceText source, FindingSink findings) => new PlacedJsonReader(source, findings).Read();

    private PlacedJson? Read()
    {
        try
        {
            var reader = new Utf8JsonReader(_bytes);
            reader.Read();
            var value = ReadValue(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0);
            _findings.Report(
                FindingCode.MappingUnreadable,
                At(Math.Min(_bytes.Length, _lines[Math.Min(line, _lines.Count - 1)] + (int)(exception.BytePositionInLine ?? 0)), 1),
                "the file is no JSON from here on.",
                "mend it; comments and commas behind the last entry are no JSON");
            return null;
        }
    }

    private PlacedJson ReadValue(ref Utf8JsonReader reader)
    {
        var place = At((int)reader.TokenStartIndex, reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : reader.ValueSpan.Length + 2);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new PlacedJson { Span = place, Kind = JsonValueKind.Object, Members = ReadMembers(ref reader) };
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<PlacedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader));
                }

                return new PlacedJson { Span = place, Kind = JsonValueKind.Array, Items = items.ToImmutable() };
            case JsonTokenType.String:
                return new PlacedJson { Span = place, Kind = JsonValueKind.String, Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new PlacedJson { Span = place, Kind = JsonValueKind.Number, Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.True or JsonTokenType.False:
                return new PlacedJson { Span = place, Kind = reader.TokenType == JsonTokenType.True ? JsonValueKind.True : JsonValueKind.False };
            default:
                return new PlacedJson { Span = place, Kind = JsonValueKind.Null };
        }
    }

    private ImmutableArray<PlacedMember> ReadMembers(ref Utf8JsonReader reader)
    {
        var members = ImmutableArray.CreateBuilder<PlacedMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = At((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            var name = reader.GetString()!;
            if (!seen.Add(name))
            {
                _findings.Report(FindingCode.DuplicateKey, place, $"key '{Printable.Of(name)}' stands here before.", "remove one of them");
            }

            reader.Read();
            members.Add(new PlacedMember(name, place, ReadValue(ref reader)));
        }

        return members.ToImmutable();
    }

    private SourceSpan At(int offset, int length)
    {
        var line = _lines.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        var column = Encoding.UTF8.GetCharCount(_bytes, _lines[line], offset - _lines[line]);
        return _source.Span(line + 1, column + 1, length);
    }
}
