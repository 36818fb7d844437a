using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using StagingHarness.History.Events;
using StagingHarness.History.Journal;

namespace StagingHarness.Benchmarks.Parts;

/// <summary>A line of the journal, before it is handed to the operating system.</summary>
public class JournalPart
{
    private readonly JournalEvent _second = new TrafficObserved
    {
        Sequence = 42,
        At = TimeSpan.FromSeconds(12.345),
        Step = "3",
        From = TimeSpan.FromSeconds(12),
        Requests = 100,
        Right = 97,
        Wrong = ImmutableSortedDictionary<string, int>.Empty.Add("app 500", 2).Add("gateway 503", 1),
    };

    [Benchmark(Description = "journal line of a second of traffic")]
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(_second, JournalFormat.Writing);
}
