using System.Globalization;
using System.Text;
using System.Text.Json;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.Scenarios.Documents.Recordings;

/// <summary>Reads HTTP archives, as browsers save them (HAR 1.2, J. Odvarko): <c>log.entries</c> with the moment and the request of each.</summary>
internal sealed class HarReader(SourceText source, RecordingFindings findings)
{
    private readonly byte[] _text = Encoding.UTF8.GetBytes(source.Text);
    private int _line = 1;
    private long _counted;

    public IEnumerable<RecordedRequest> Read()
    {
        var read = new List<RecordedRequest>();
        try
        {
            var reader = new Utf8JsonReader(_text);
            if (FindEntries(ref reader))
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var line = LineOf(reader.TokenStartIndex);
                    using var entry = JsonDocument.ParseValue(ref reader);
                    if (ReadEntry(line, entry.RootElement) is { } request)
                    {
                        read.Add(request);
                    }
                }
            }
            else
            {
                findings.Report(1, "this is JSON without 'log.entries', and so no HAR file.", "save it anew from the browser, or name an access log");
            }
        }
        catch (JsonException exception)
        {
            findings.Report((int)(exception.LineNumber ?? 0) + 1, "the HAR file is no JSON from here on.", "save it anew from the browser");
        }

        // Stable: entries of the same moment stay in their order.
        return read.OrderBy(request => request.At);
    }

    private static bool FindEntries(ref Utf8JsonReader reader) =>
        EnterProperty(ref reader, "log", JsonTokenType.StartObject) && EnterProperty(ref reader, "entries", JsonTokenType.StartArray);

    /// <summary>From where an object begins, or is about to, into the value of one of its properties.</summary>
    private static bool EnterProperty(ref Utf8JsonReader reader, string name, JsonTokenType wanted)
    {
        if (reader.TokenType != JsonTokenType.StartObject && !(reader.Read() && reader.TokenType == JsonTokenType.StartObject))
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return reader.TokenType == wanted;
            }

            reader.Skip();
        }

        return false;
    }

    private RecordedRequest? ReadEntry(int line, JsonElement entry)
    {
        if (Property(entry, "request") is not { ValueKind: JsonValueKind.Object } request
            || Text(entry, "startedDateTime") is not { } started
            || Text(request, "method") is not { } method
            || Text(request, "url") is not { } url)
        {
            findings.Report(line, "this entry has no 'startedDateTime', or no 'request' with 'method' and 'url'.", "save it anew from the browser, or take it out");
            return null;
        }

        if (!DateTimeOffset.TryParse(started, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            findings.Report(line, $"'{started}' is no time.", "write 'startedDateTime' like '2023-05-13T13:55:36.123Z'");
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            findings.Report(line, $"'{url}' is no address.", "write 'url' with scheme and host; its path is what is replayed");
            return null;
        }

        if (address.Scheme is not ("http" or "https"))
        {
            findings.LeaveOut(line);
            return null;
        }

        var posted = Property(request, "postData");
        return new RecordedRequest(line, at, method, address.PathAndQuery)
        {
            Host = address.Authority,
            Body = posted is { } body ? Text(body, "text") : Number(request, "bodySize") == 0 ? "" : null,
            ContentType = posted is { } data && Text(data, "mimeType") is { Length: > 0 } type ? type : null,
            Status = Property(entry, "response") is { } answer ? Number(answer, "status") ?? 0 : 0,
            IsSentToTls = Property(entry, "response") is { } redirect && IsSentToTls(address, Text(redirect, "redirectURL")),
        };
    }

    private static bool IsSentToTls(Uri address, string? target) =>
        address.Scheme == Uri.UriSchemeHttp && Uri.TryCreate(target, UriKind.Absolute, out var there) && there.Scheme == Uri.UriSchemeHttps
            && there.Host == address.Host && there.PathAndQuery == address.PathAndQuery;

    /// <summary>Called with offsets that grow.</summary>
    private int LineOf(long offset)
    {
        _line += _text.AsSpan((int)_counted, (int)(offset - _counted)).Count((byte)'\n');
        _counted = offset;
        return _line;
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static int? Number(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private static string? Text(JsonElement element, string name) =>
        Property(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
