using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StagingHarness.Recording;

/// <summary>A call becomes what a mapping asks of calls: method, path, parameters and body. What was hidden may be anything, and must be there.</summary>
internal sealed partial class RequestWriter(SecretHider hider)
{
    /// <summary>And how much it asks for: 10 for each condition, and less where a parameter may have any value.</summary>
    public (JsonObject Request, int Demand) Write(RecordedExchange exchange)
    {
        var request = new JsonObject
        {
            ["Path"] = new JsonObject { ["Matchers"] = new JsonArray(PathOf(exchange)) },
            ["Methods"] = new JsonArray(exchange.Method),
        };
        var conditions = 0;
        var (parameters, isAnyValue) = ParametersOf(exchange.Query);
        if (parameters.Count > 0)
        {
            request["Params"] = parameters;
            conditions += parameters.Count;
        }

        if (BodyOf(exchange) is { } body)
        {
            request["Body"] = new JsonObject { ["Matcher"] = body };
            conditions++;
        }

        return (request, (10 * conditions) - (isAnyValue ? 1 : 0));
    }

    /// <summary>WireMock.Net decodes a path twice, and a plus sign in it to a space; where that matters, any character fits.</summary>
    private JsonObject PathOf(RecordedExchange exchange)
    {
        var path = hider.Target(Uri.UnescapeDataString(exchange.Path));
        return path.AsSpan().IndexOfAny(" +%") < 0
            ? Matcher(path)
            : new JsonObject { ["Name"] = "WildcardMatcher", ["Pattern"] = WithWildcards(path).Replace(' ', '?') };
    }

    /// <summary>
    /// As WireMock.Net takes a query apart, which makes two values of one with a comma, and none of an empty one: of a parameter without values it can
    /// ask by an empty list of matchers that it is there, whatever it holds; without such a list it leaves the parameter out.
    /// </summary>
    private (JsonArray Parameters, bool IsAnyValue) ParametersOf(string query)
    {
        var pairs = from pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries)
                    let parts = pair.Split('=', 2)
                    group parts is [_, var value] ? WebUtility.UrlDecode(value) : "" by WebUtility.UrlDecode(parts[0]) into parameter
                    where parameter.Key.Length > 0
                    orderby parameter.Key
                    select parameter;
        var list = new JsonArray();
        var isAnyValue = false;
        foreach (var parameter in pairs)
        {
            var values = parameter.Where(value => value.Length > 0).SelectMany(value => hider.Parameter(parameter.Key, value).Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToList();
            list.Add((JsonNode)new JsonObject { ["Name"] = parameter.Key, ["Matchers"] = new JsonArray([.. values.Select(Matcher)]) });
            isAnyValue |= values.Count == 0;
        }

        return (list, isAnyValue);
    }

    /// <summary>Null where the call has none, or one that is never the same twice.</summary>
    private JsonObject? BodyOf(RecordedExchange exchange)
    {
        var type = RecordedExchange.HeaderOf(exchange.RequestHeaders, "Content-Type") ?? "";
        if (exchange.RequestBody.Length == 0
            || type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            || RecordedExchange.HeaderOf(exchange.RequestHeaders, "Content-Encoding") is not null
            || BodyText.Of(exchange.RequestBody) is not { } text)
        {
            return null;
        }

        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return FormOf(text);
        }

        if (BodyText.JsonOf(text) is not { } json)
        {
            return Matcher(hider.Body(exchange.RequestBody, isRequest: true));
        }

        var before = json.ToJsonString();
        var clean = hider.Json(json, isRequest: true);
        return clean.ToJsonString() == before
            ? new JsonObject { ["Name"] = "JsonMatcher", ["Pattern"] = clean }
            : new JsonObject { ["Name"] = "JsonPartialWildcardMatcher", ["Pattern"] = JsonNode.Parse(clean.ToJsonString().Replace(SecretBook.Mark, "*", StringComparison.Ordinal)) };
    }

    private JsonObject FormOf(string text)
    {
        var fields = text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Select(field => (Name: WebUtility.UrlDecode(field[0]), Value: field is [_, var value] ? WebUtility.UrlDecode(value) : ""))
            .Select(field => $"{Plain(field.Name)}={WithWildcards(hider.Parameter(field.Name, field.Value))}")
            .Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["Name"] = "FormUrlEncodedMatcher",
            ["Patterns"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field))]),
            ["MatchOperator"] = "And",
        };
    }

    /// <summary>Exact where nothing was hidden.</summary>
    private static JsonObject Matcher(string text) => text.Contains(SecretBook.Mark, StringComparison.Ordinal)
        ? new JsonObject { ["Name"] = "WildcardMatcher", ["Pattern"] = WithWildcards(text) }
        : new JsonObject { ["Name"] = "ExactMatcher", ["Pattern"] = text };

    /// <summary>What means something in a pattern stands for any character, which that is one of.</summary>
    private static string WithWildcards(string text) => string.Join('*', text.Split(SecretBook.Mark).Select(Plain));

    private static string Plain(string text) => Special().Replace(text, "?");

    [GeneratedRegex("[*?&=%+]")]
    private static partial Regex Special();
}
