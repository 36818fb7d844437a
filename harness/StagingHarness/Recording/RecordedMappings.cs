using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using StagingHarness.MappingFiles;
using StagingHarness.Scenarios.Documents.Mappings;

namespace StagingHarness.Recording;

/// <summary>All calls of a recording as mappings, without secrets: one for calls that are the same, with the last answer.</summary>
internal sealed record RecordedMappings
{
    public required ImmutableArray<RecordedMapping> All { get; init; }

    public required ImmutableSortedDictionary<string, int> Hidden { get; init; }

    public required ImmutableArray<string> Notes { get; init; }

    /// <param name="exchanges">In the order of the calls.</param>
    /// <param name="hide">Further names whose values are secrets.</param>
    /// <param name="origin">Of the real third party.</param>
    public static RecordedMappings Of(IReadOnlyCollection<RecordedExchange> exchanges, IEnumerable<string> hide, Uri origin)
    {
        var book = new SecretBook();
        var hider = new SecretHider(new SecretNames(hide), book);
        var notes = new List<string>();
        var plain = exchanges.Select(exchange => (Exchange: Decoded(exchange), Was: exchange)).ToList();
        foreach (var (exchange, _) in plain)
        {
            if (exchange is not null)
            {
                hider.Learn(exchange);
            }
        }

        var mappings = new Dictionary<string, RecordedMapping>(StringComparer.Ordinal);
        foreach (var (exchange, was) in plain)
        {
            if (exchange is null)
            {
                notes.Add($"'{NameOf(was, hider)}' is left out: nobody can look for secrets in how it is encoded");
            }
            else
            {
                Add(exchange, hider, book, mappings, notes);
            }
        }

        var named = mappings.Values.Count(mapping => MappingForm.Of(mapping.Response).Contains(origin.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
        if (named > 0)
        {
            notes.Add(FormattableString.Invariant($"answers of {named} of the mappings name '{origin.GetLeftPart(UriPartial.Authority)}', which a stage does not reach"));
        }

        return new RecordedMappings { All = [.. mappings.Values], Hidden = book.Hidden, Notes = [.. notes.Distinct()] };
    }

    public string ToJson() =>
        MappingForm.Of(new JsonObject { ["mappings"] = new JsonArray([.. All.Select(mapping => mapping.ToJson())]) }) + "\n";

    private static void Add(
        RecordedExchange exchange, SecretHider hider, SecretBook book, Dictionary<string, RecordedMapping> mappings, List<string> notes)
    {
        var name = NameOf(exchange, hider);
        if (OwnEndpoint.WhyLeftOut(exchange.Path) is { } why)
        {
            notes.Add($"'{name}' is left out: {why}");
            return;
        }

        var (request, demand) = new RequestWriter(hider).Write(exchange);
        var key = MappingForm.Of(request);
        var mapping = new RecordedMapping(name, request, new ResponseWriter(hider).Write(exchange))
        {
            Priority = MappingForm.PlainPriority - demand + (key.Contains("Wildcard", StringComparison.Ordinal) ? 1 : 0),
        };
        if (book.IsIn(MappingForm.Of(mapping.ToJson())))
        {
            notes.Add($"'{(book.IsIn(name) ? exchange.Method : name)}' is left out: a secret would be left in it");
            return;
        }

        if (mappings.TryGetValue(key, out var before) && !JsonNode.DeepEquals(before.Response, mapping.Response))
        {
            notes.Add($"'{name}' was answered in different ways on the same call; the last answer is kept");
        }

        mappings[key] = mapping;
    }

    /// <summary>Null where one of its bodies cannot be read.</summary>
    private static RecordedExchange? Decoded(RecordedExchange exchange) =>
        ContentCoding.Decode(exchange.Body, RecordedExchange.HeaderOf(exchange.Headers, "Content-Encoding"), MappingBounds.MostBytes) is { } body
        && ContentCoding.Decode(exchange.RequestBody, RecordedExchange.HeaderOf(exchange.RequestHeaders, "Content-Encoding"), MappingBounds.MostBytes) is { } sent
            ? exchange with { Body = body, RequestBody = sent }
            : null;

    /// <summary>By which expectations and steps know the mapping.</summary>
    private static string NameOf(RecordedExchange exchange, SecretHider hider)
    {
        var name = new StringBuilder(exchange.Method).Append(' ').Append(hider.Target(Uri.UnescapeDataString(exchange.Path)));
        for (var index = 0; index < name.Length; index++)
        {
            name[index] = char.IsControl(name[index]) ? '?' : name[index];
        }

        return MappingBounds.Shortened(name.ToString());
    }
}
