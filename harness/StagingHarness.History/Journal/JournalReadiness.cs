using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StagingHarness.History.Events;

namespace StagingHarness.History.Journal;

/// <summary>
/// Finds out ahead how the events are written with which every run begins: what is needed for it takes a tenth of a second of one core, which is free
/// while scenarios are read. What only a plan decides, its steps and expectations, is found out when they are written.
/// </summary>
public static class JournalReadiness
{
    private static readonly ImmutableArray<Type> Opening =
    [
        typeof(RunStarted), typeof(ArtifactPrepared), typeof(StepStarted), typeof(VersionPlaced), typeof(InstanceStarted), typeof(InstanceAttested),
        typeof(RoutesChanged), typeof(HealthObserved), typeof(StepCompleted), typeof(TrafficStarted),
    ];

    private static int hasRead;

    /// <summary>Begins, on another thread. Whoever writes meanwhile waits for nothing.</summary>
    /// <returns>Done when all is found out.</returns>
    public static Task BeginAsync() => Task.Run(() => Visit(JournalFormat.Writing));

    /// <summary>
    /// Finds out how this run's events are read, on another thread, while its stage is taken down and nothing is measured any more; once for a process. The journal
    /// is read whole, and judged, when it has ended.
    /// </summary>
    /// <param name="journal">Path of a journal that is still written.</param>
    /// <returns>Done when all is found out. What cannot be read is not told: whoever reads the whole journal tells it.</returns>
    public static Task BeginReadingAsync(string journal) =>
        Interlocked.Exchange(ref hasRead, 1) == 0 ? Task.Run(() => TryRead(journal)) : Task.CompletedTask;

    internal static void TryRead(string journal)
    {
        try
        {
            JournalReader.Read(journal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or UnreadableRunException)
        {
            // The same journal is read again in a moment, and what is wrong with it is told then.
        }
    }

    /// <returns>The types that were found.</returns>
    internal static IReadOnlySet<Type> Visit(JsonSerializerOptions options)
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(Opening);
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
        .. type.Properties.Select(property => property.PropertyType),
        .. new[] { type.ElementType, type.KeyType }.OfType<Type>(),
    ];
}
