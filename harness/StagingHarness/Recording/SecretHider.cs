using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StagingHarness.Recording;

/// <summary>
/// Hides the secrets of calls and answers by the names that they stand under, and learns each, so that the book hides it wherever else it stands.
/// To hide is to learn: all calls are gone through once for that alone.
/// </summary>
internal sealed partial class SecretHider(SecretNames names, SecretBook book)
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ImmutableArray<Regex> Places = [Pair(), Element(), Input(), Part()];

    public void Learn(RecordedExchange exchange)
    {
        Target(exchange.Path);
        Target("?" + exchange.Query);
        foreach (var (name, value) in exchange.RequestHeaders.Concat(exchange.Headers))
        {
            Header(name, value);
        }

        Body(exchange.RequestBody, isRequest: true);
        Body(exchange.Body, isRequest: false);
    }

    /// <summary>A path, or a query behind its question mark.</summary>
    public string Target(string text) => Text(text);

    /// <summary>The values of one parameter of a query or form, decoded.</summary>
    public string Parameter(string name, string value)
    {
        if (!names.HasParameter(name))
        {
            return Text(value);
        }

        book.Learn(name, value);
        return SecretBook.Mark;
    }

    public string Header(string name, string value)
    {
        if (name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        {
            return string.Join("; ", value.Split(';').Select(cookie => Cookie(name, cookie.Trim())));
        }

        if (name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
        {
            return value.Split(';', 2) is [var cookie, var rest] ? $"{Cookie(name, cookie)};{Text(rest)}" : Cookie(name, value);
        }

        if (!names.HasParameter(name))
        {
            return Text(value);
        }

        LearnCredentials(name, value);
        return SecretBook.Mark;
    }

    /// <summary>As text where it is some, else to be read as Latin 1, which keeps every byte.</summary>
    public string Body(byte[] body, bool isRequest)
    {
        if (BodyText.Of(body) is not { } text)
        {
            return Text(Encoding.Latin1.GetString(body));
        }

        if (BodyText.JsonOf(text) is not { } json)
        {
            return Text(text);
        }

        var hidden = Json(json, isRequest).ToJsonString(AsWritten);
        return hidden == BodyText.JsonOf(text)!.ToJsonString(AsWritten) ? text : hidden;
    }

    /// <summary>The same node, with its secrets hidden.</summary>
    public JsonNode Json(JsonNode node, bool isRequest)
    {
        Walk(node, above: null, isRequest);
        return node;
    }

    private void Walk(JsonNode? node, string? above, bool isRequest)
    {
        if (node is JsonObject holder)
        {
            foreach (var (key, value) in holder.ToList())
            {
                var name = above ?? (names.HasMember(key, value is JsonValue ? value.ToString() : "", isRequest) ? key : null);
                Put(value, name, isRequest, clean => holder[key] = clean);
            }
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                var at = index;
                Put(list[at], above, isRequest, clean => list[at] = clean);
            }
        }
    }

    private void Put(JsonNode? value, string? name, bool isRequest, Action<JsonNode> put)
    {
        if (value is not JsonValue single)
        {
            Walk(value, name, isRequest);
            return;
        }

        var text = single.ToString();
        if (name is not null && single.GetValueKind() is JsonValueKind.String or JsonValueKind.Number)
        {
            book.Learn(name!, text);
            put(SecretBook.Mark);
        }
        else if (single.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && Text(text) is var clean && clean != text)
        {
            put(clean);
        }
    }

    private string Text(string text)
    {
        book.LearnTokens(text);
        foreach (var place in Places)
        {
            text = place.Replace(text, OfPlace);
        }

        return book.Hide(Member().Replace(text, OfMember));
    }

    /// <summary>Of JSON that is not read as such: a line of many, an event of a stream, or half of an object.</summary>
    private string OfMember(Match found) =>
        names.HasMember(found.Groups["name"].Value, found.Groups["value"].Value, isRequest: false) ? Without(found, found.Groups["name"].Value) : found.Value;

    private string OfPlace(Match found)
    {
        var name = WebUtility.UrlDecode(found.Groups["name"].Value);
        return names.HasParameter(name) ? Without(found, name) : found.Value;
    }

    private string Without(Match found, string name)
    {
        var value = found.Groups["value"];
        book.Learn(name, WebUtility.UrlDecode(value.Value));
        book.Learn(name, value.Value);
        var at = value.Index - found.Index;
        return found.Value[..at] + SecretBook.Mark + found.Value[(at + value.Length)..];
    }

    private string Cookie(string name, string cookie)
    {
        var parts = cookie.Split('=', 2);
        book.Learn(name, parts[^1].Trim().Trim('"'));
        return parts.Length == 2 ? $"{parts[0]}={SecretBook.Mark}" : SecretBook.Mark;
    }

    /// <summary>Behind a scheme stands the secret itself; in a Basic one, two parts of which one may stand elsewhere alone.</summary>
    private void LearnCredentials(string name, string value)
    {
        if (!name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) || value.Trim().Split(' ', 2) is not [var scheme, var credentials])
        {
            book.Learn(name, value.Trim());
            return;
        }

        book.Learn(name, credentials.Trim());
        var decoded = new byte[credentials.Length];
        if (scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(credentials.Trim(), decoded, out var length)
            && Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) is [_, var password])
        {
            book.Learn(name, password);
        }
    }

    [GeneratedRegex(@"(?:^|[?&;#\s""'])(?<name>[\w.%-]+)=(?<value>[^&;#\s""'<>]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"<(?:[\w-]+:)?(?<name>[\w.-]+)(?:\s[^<>]*)?>(?<value>[^<>]+)</", RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex(@"""(?<name>[\w.-]+)""\s*:\s*""(?<value>(?:[^""\\]|\\.)+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex(@"<input[^<>]*\sname=[""'](?<name>[^""'<>]+)[""'][^<>]*\svalue=[""'](?<value>[^""'<>]+)[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Input();

    [GeneratedRegex(@"name=""(?<name>[^""\r\n]+)""[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n(?<value>[^\r\n]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
