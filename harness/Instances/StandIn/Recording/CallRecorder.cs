using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.StandIn.Recording;

/// <summary>
/// Counts calls, exactly, and keeps what may be known of them. WireMock's own journal is off: it holds headers and bodies,
/// so secrets, and its source lets entries go missing under load.
/// </summary>
internal sealed class CallRecorder(ImmutableArray<string> endpoints, TimeProvider timeProvider)
{
    public const string Unmatched = "unmatched";
    public const string Error = "error";

    private const int KeptProblems = 100;
    private const int KeptCalls = 1000;
    private const int KeptPathLength = 200;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, long> calls =
        new(endpoints.ToDictionary(endpoint => endpoint, _ => 0L), StringComparer.Ordinal);

    private readonly Queue<JournalEntry> journal = new();
    private readonly List<string> unmatched = [];
    private readonly SortedDictionary<string, string> nearMisses = new(StringComparer.Ordinal);
    private readonly List<string> stubErrors = [];
    private long total;
    private long unmatchedCount;
    private long stubErrorCount;
    private long brokenOff;

    /// <summary>Calls are counted by these, too, from now on.</summary>
    public void Know(IEnumerable<string> names)
    {
        lock (gate)
        {
            foreach (var name in names)
            {
                calls.TryAdd(name, 0);
            }
        }
    }

    /// <summary>A stub is about to answer.</summary>
    public void CountCall(string endpoint)
    {
        lock (gate)
        {
            calls[endpoint]++;
        }
    }

    /// <summary>A caller was gone before it was answered.</summary>
    public void CountBrokenOff()
    {
        lock (gate)
        {
            brokenOff++;
        }
    }

    /// <summary>No stub answers this call.</summary>
    /// <param name="method">Of the call.</param>
    /// <param name="path">Of the call, without a query.</param>
    /// <param name="nearMiss">Asked which mapping came nearest, when nobody knows of such a call yet.</param>
    public void CountUnmatched(string method, string path, Func<string?> nearMiss)
    {
        var call = $"{method} {Shorten(path)}";
        lock (gate)
        {
            unmatchedCount++;
            if (unmatched.Count < KeptProblems)
            {
                unmatched.Add(call);
                if (!nearMisses.ContainsKey(call) && nearMiss() is { } near)
                {
                    nearMisses.Add(call, near);
                }
            }
        }
    }

    /// <summary>Something broke inside the stand-in; what it answers now says nothing about a provider.</summary>
    public void CountStubError(string what)
    {
        lock (gate)
        {
            stubErrorCount++;
            if (stubErrors.Count < KeptProblems)
            {
                stubErrors.Add(what);
            }
        }
    }

    public void Remember(string method, string path, string answeredBy, int status)
    {
        lock (gate)
        {
            total++;
            journal.Enqueue(new JournalEntry
            {
                Number = total,
                At = timeProvider.GetUtcNow(),
                Method = method,
                Path = Shorten(path),
                AnsweredBy = answeredBy,
                Status = status,
            });
            if (journal.Count > KeptCalls)
            {
                journal.Dequeue();
            }
        }
    }

    public StandInReadings Read()
    {
        lock (gate)
        {
            return new StandInReadings
            {
                Calls = calls.ToImmutableSortedDictionary(StringComparer.Ordinal),
                Unmatched = [.. unmatched],
                UnmatchedCount = unmatchedCount,
                NearMisses = nearMisses.ToImmutableSortedDictionary(StringComparer.Ordinal),
                StubErrors = [.. stubErrors],
                StubErrorCount = stubErrorCount,
                BrokenOff = brokenOff,
            };
        }
    }

    public StandInJournal ReadJournal()
    {
        lock (gate)
        {
            return new StandInJournal { Entries = [.. journal], Total = total };
        }
    }

    private static string Shorten(string path) => path.Length <= KeptPathLength ? path : path[..KeptPathLength] + "…";
}
