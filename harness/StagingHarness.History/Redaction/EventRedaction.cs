using System.Text.Json;
using System.Text.Json.Nodes;
using StagingHarness.History.Events;

namespace StagingHarness.History.Redaction;

/// <summary>Takes secrets out of the texts of an event; names and figures stay as they are.</summary>
internal static class EventRedaction
{
    /// <summary>The same event where it holds none. A plan keeps its meaning: of it, only secrets that are known are taken out.</summary>
    public static JournalEvent Apply(JournalEvent happened, Redactor redactor, JsonSerializerOptions options)
    {
        Func<string, string> clean = happened is RunStarted ? redactor.OfKnown : redactor.Of;
        var node = JsonSerializer.SerializeToNode(happened, options)!;
        return Clean(node, clean) ? node.Deserialize<JournalEvent>(options)! : happened;
    }

    /// <returns>Something was taken out.</returns>
    private static bool Clean(JsonNode node, Func<string, string> clean)
    {
        switch (node)
        {
            case JsonObject holder:
                var changed = false;
                foreach (var (name, value) in holder.ToList())
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
            case JsonArray list:
                return CleanItems(list, clean);
            default:
                return false;
        }
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
