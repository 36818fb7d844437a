using System.Text;
using System.Text.Json;
using StagingHarness.Scenarios.Documents.Syntax;

namespace StagingHarness.OpenApi.Places;

/// <summary>Goes through a JSON text once, for its places and for what is wrong with it.</summary>
internal sealed class JsonPlaces
{
    private readonly DocumentPlaces places = new();
    private readonly byte[] bytes;
    private readonly List<int> lines = [0];
    private (DocumentPlace Place, string Summary, string Hint)? twice;

    private JsonPlaces(string text)
    {
        bytes = Encoding.UTF8.GetBytes(text);
        for (var index = 0; index < bytes.Length; index++)
        {
            if (bytes[index] == (byte)'\n')
            {
                lines.Add(index + 1);
            }
        }
    }

    public static DocumentPlaces Of(string text) => new JsonPlaces(text).Read();

    private DocumentPlaces Read()
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = YamlAsJson.Deepest + 1 });
            reader.Read();
            Walk(ref reader, "");
            reader.Read();
            return twice is { } found ? new DocumentPlaces { Broken = found } : places;
        }
        catch (RefusedException refused)
        {
            return new DocumentPlaces { Broken = (refused.Place, refused.Message, refused.Hint) };
        }
        catch (JsonException exception)
        {
            var line = (int)Math.Min(exception.LineNumber ?? 0, lines.Count - 1);
            var at = Math.Min(bytes.Length, lines[line] + (int)(exception.BytePositionInLine ?? 0));
            return new DocumentPlaces
            {
                Broken = (At(at), "the file is no JSON from here on.", "mend it; comments and commas behind the last entry are no JSON"),
            };
        }
    }

    private void Walk(ref Utf8JsonReader reader, string pointer)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= YamlAsJson.Deepest)
        {
            throw new RefusedException(
                At((int)reader.TokenStartIndex), FormattableString.Invariant($"nested more than {YamlAsJson.Deepest} levels deep."), "check the brackets, or leave out what is so deep");
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var place = At((int)reader.TokenStartIndex);
                var name = TextAt(ref reader);
                var member = $"{pointer}/{PointerStep.Of(name)}";
                if (!places.Add(member, place))
                {
                    twice ??= (place, $"key '{name}' stands here before.", "remove one of them");
                }

                reader.Read();
                Walk(ref reader, member);
            }
        }
        else if (reader is { TokenType: JsonTokenType.String, ValueIsEscaped: true })
        {
            TextAt(ref reader);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                var entry = FormattableString.Invariant($"{pointer}/{index}");
                places.Add(entry, At((int)reader.TokenStartIndex));
                Walk(ref reader, entry);
            }
        }
    }

    private string TextAt(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // One half of a surrogate pair, escaped: it is JSON, and no text.
            throw new RefusedException(At((int)reader.TokenStartIndex), "this text holds half of a letter.", "write the letter itself, or both halves of it, like '\\ud83d\\ude00'");
        }
    }

    private DocumentPlace At(int offset)
    {
        var line = lines.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new DocumentPlace(line + 1, Encoding.UTF8.GetCharCount(bytes, lines[line], offset - lines[line]) + 1);
    }

    private sealed class RefusedException(DocumentPlace place, string summary, string hint) : Exception(summary)
    {
        public DocumentPlace Place => place;

        public string Hint => hint;
    }
}
