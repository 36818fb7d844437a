using System.Text;
using System.Text.Json.Nodes;

namespace StagingHarness.Recording;

/// <summary>An answer becomes what a mapping answers: status, headers and body, to the byte where nothing was hidden.</summary>
internal sealed class ResponseWriter(SecretHider hider)
{
    public JsonObject Write(RecordedExchange exchange)
    {
        var response = new JsonObject { ["StatusCode"] = exchange.Status };
        var headers = new JsonObject();
        foreach (var header in exchange.Headers.Where(header => HopHeaders.IsRecorded(header.Name)).GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase))
        {
            var values = header.Select(one => hider.Header(header.Key, one.Value)).ToList();
            headers[header.Key] = values is [var single] ? single : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        if (headers.Count > 0)
        {
            response["Headers"] = headers;
        }

        if (exchange.Body.Length > 0)
        {
            var body = hider.Body(exchange.Body, isRequest: false);
            var isText = BodyText.Of(exchange.Body) is not null;
            response[isText ? "Body" : "BodyAsBytes"] = isText ? body : Convert.ToBase64String(Encoding.Latin1.GetBytes(body));
        }

        return response;
    }
}
