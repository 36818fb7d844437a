using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace StagingHarness.History.Journal;

/// <summary>
/// Finds out ahead how events are written. The first event of a run holds the whole plan: what is needed for it takes a good part of a second of one
/// core, which is free while scenarios are read.
/// </summary>
public static class JournalReadiness
{
    /// <summary>Begins, on another thread. Whoever writes meanwhile waits for nothing.</summary>
    /// <returns>Done when all is found out.</returns>
    public static Task BeginAsync() => Task.Run(() => Visit(JournalFormat.Writing));

    /// <returns>The types that were found.</returns>
    internal static IReadOnlySet<Type> Visit(JsonSerializerOptions options)
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([typeof(Events.JournalEvent)]);
        while (open.TryDequeue(out var type))
        {
            if (seen.Add(type) && options.TryGetTypeInfo(type, out var found))
            {
                found.MakeReadOnly();
                foreach (var next in Inside(found))
                {
                    open.Enqueue(next);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<Type> Inside(JsonTypeInfo type) =>
    [
        .. type.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? [],
        .. type.Properties.Select(property => property.PropertyType),
        .. new[] { type.ElementType, type.KeyType }.OfType<Type>(),
    ];
}
