using System.Collections.Immutable;
using System.Text.Json;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Ledgers;

/// <summary>One page of what was written.</summary>
/// <param name="Ids">In the order of the page.</param>
/// <param name="Next">Path of the next page; null when this is the last one.</param>
/// <param name="NamesNext">It says so itself, if only with null; false where nothing stands.</param>
internal sealed record LedgerPage(ImmutableArray<string> Ids, string? Next, bool NamesNext)
{
    private const string Every = "*";

    /// <exception cref="LedgerPageException">The body is no JSON, or holds something else where the plan's pointers lead.</exception>
    public static LedgerPage Read(string body, LedgerPlan plan)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var segments = plan.IdPointer.Split('/')[1..];
            var ids = ImmutableArray.CreateBuilder<string>();
            Collect(json.RootElement, segments, plan.IdPointer, ids);
            var next = plan.NextPointer is { } pointer ? NextOf(json.RootElement, pointer) : null;
            return new LedgerPage(ids.ToImmutable(), next?.Path, next is not null);
        }
        catch (JsonException exception)
        {
            throw new LedgerPageException($"it is not JSON ({exception.Message})");
        }
    }

    private static void Collect(JsonElement element, ReadOnlySpan<string> segments, string pointer, ImmutableArray<string>.Builder ids)
    {
        if (segments.IsEmpty)
        {
            ids.Add(element.ValueKind switch
            {
                JsonValueKind.String => element.GetString()!,
                JsonValueKind.Number => element.GetRawText(),
                _ => throw new LedgerPageException($"it holds neither a text nor a number at '{pointer}'"),
            });
            return;
        }

        if (segments[0] != Every)
        {
            Collect(Member(element, segments[0], pointer), segments[1..], pointer, ids);
            return;
        }

        foreach (var child in Children(element, pointer))
        {
            Collect(child, segments[1..], pointer, ids);
        }
    }

    private static IEnumerable<JsonElement> Children(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Object => element.EnumerateObject().Select(member => member.Value),
        _ => throw new LedgerPageException($"it holds no list where '{pointer}' says '{Every}'"),
    };

    private static JsonElement Member(JsonElement element, string segment, string pointer) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Unescaped(segment), out var member)
            ? member
            : throw new LedgerPageException($"it holds no '{Unescaped(segment)}' on the way to '{pointer}'");

    /// <returns>Null where nothing stands; a null path where null does.</returns>
    private static NextPage? NextOf(JsonElement element, string pointer)
    {
        foreach (var segment in pointer.Split('/')[1..])
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(Unescaped(segment), out element))
            {
                return null;
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.Null => new NextPage(null),
            JsonValueKind.String when element.GetString() is { } path && path.StartsWith('/') => new NextPage(path),
            _ => throw new LedgerPageException($"it holds at '{pointer}' something else than the path of the next page"),
        };
    }

    private static string Unescaped(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private sealed record NextPage(string? Path);
}
