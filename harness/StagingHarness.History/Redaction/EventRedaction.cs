using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.History.Events;

namespace StagingHarness.History.Redaction;

/// <summary>Takes secrets out of the texts of an event; names and figures stay as they are.</summary>
internal static class EventRedaction
{
    /// <summary>What these hold is compared with names elsewhere; a secret that is a name, too, is none that these give away.</summary>
    private static readonly FrozenSet<string> Identities = FrozenSet.ToFrozenSet(
        ["event", "kind", "instance", "instances", "service", "services", "name", "log", "digest", "digests", "samplesSha256", "idsSha256", "runId", "step", "fault", "rule"],
        StringComparer.Ordinal);

    /// <summary>The same event where it holds none. A plan keeps its meaning: of it, only secrets that are known are taken out.</summary>
    public static JournalEvent Apply(JournalEvent happened, Redactor redactor, JsonSerializerOptions writing, JsonSerializerOptions reading)
    {
        Func<string, string> clean = happened is RunStarted ? redactor.OfKnown : redactor.Of;
        var node = JsonSerializer.SerializeToNode(happened, writing)!.AsObject();
        return Clean(node, clean, ChoicesOf(happened, writing)) ? node.Deserialize<JournalEvent>(reading)! : happened;
    }

    /// <summary>Names of what holds one of a closed set of words, which no secret changes.</summary>
    private static HashSet<string> ChoicesOf(JournalEvent happened, JsonSerializerOptions options) =>
    [
        .. options.GetTypeInfo(happened.GetType()).Properties
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum)
            .Select(property => property.Name),
    ];

    /// <returns>Something was taken out.</returns>
    private static bool Clean(JsonNode node, Func<string, string> clean) => node switch
    {
        JsonObject holder => Clean(holder, clean, []),
        JsonArray list => CleanItems(list, clean),
        _ => false,
    };

    private static bool Clean(JsonObject holder, Func<string, string> clean, HashSet<string> choices)
    {
        var changed = false;
        foreach (var (name, value) in holder.Where(one => !Identities.Contains(one.Key) && !choices.Contains(one.Key)).ToList())
        {
            if (Text(value) is { } text && clean(text) is var cleaned && cleaned != text)
            {
                holder[name] = cleaned;
                changed = true;
            }
            else if (value is not null)
            {
                changed |= Clean(value, clean);
            }
        }

        return changed;
    }

    private static bool CleanItems(JsonArray list, Func<string, string> clean)
    {
        var changed = false;
        for (var index = 0; index < list.Count; index++)
        {
            if (Text(list[index]) is { } text && clean(text) is var cleaned && cleaned != text)
            {
                list[index] = cleaned;
                changed = true;
            }
            else if (list[index] is { } item)
            {
                changed |= Clean(item, clean);
            }
        }

        return changed;
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
