using System.Collections.Immutable;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Provider;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Analysis.Causes;

/// <summary>
/// What can be known of the provider without having been told: by what servers answered and wrote, and how often it was asked for what. The
/// plan's steps and what the journal says of them are no part of it.
/// </summary>
internal sealed class FacetEvidence
{
    private readonly ImmutableArray<(bool StartedAfter, ImmutableSortedDictionary<string, int> Refusals, (int All, int OfJson) Exceptions)> words;

    private readonly bool isSecured;

    private FacetEvidence(
        ImmutableArray<(bool StartedAfter, ImmutableSortedDictionary<string, int> Refusals, (int All, int OfJson) Exceptions)> words,
        AnswerSignature? signature,
        LoggedError? error,
        SuspectedFacet? tokenCall,
        bool isSecured,
        ImmutableSortedDictionary<string, long> calls)
    {
        this.words = words;
        var exceptions = words.Select(one => one.Exceptions).ToArray();
        JsonIsUnread = exceptions.Sum(one => one.OfJson) is var unread and > 0 && unread * 2 >= exceptions.Sum(one => one.All);
        Signature = signature;
        Error = error;
        TokenCall = tokenCall;
        this.isSecured = isSecured;
        Calls = calls;
        Refusal = words.SelectMany(one => one.Refusals)
            .GroupBy(refusal => refusal.Key, refusal => refusal.Value)
            .OrderByDescending(same => same.Sum())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    /// <summary>Code of the most frequent reason for which a token was refused; null when none was written.</summary>
    public string? Refusal { get; }

    /// <summary>The way in which the app failed most often.</summary>
    public AnswerSignature? Signature { get; }

    /// <summary>The most frequent exception.</summary>
    public LoggedError? Error { get; }

    /// <summary>What was most frequently in the way when servers asked for tokens of their own; null when nothing was, by what they wrote.</summary>
    public SuspectedFacet? TokenCall { get; }

    /// <summary>Calls of the provider by endpoint, of the whole run; empty when nobody has read them.</summary>
    public ImmutableSortedDictionary<string, long> Calls { get; }

    /// <summary>Servers have refused for this reason that ran before anything was wrong, or that started since.</summary>
    public bool RefusedBy(bool startedAfter, Func<string, bool> reason) =>
        words.Any(one => one.StartedAfter == startedAfter && one.Refusals.Keys.Any(reason));

    public static FacetEvidence Of(RunAnalysis analysis, ImmutableArray<ServerWords> words, LoggedError? error) => new(
        [.. words.Select(one => (one.StartedAfter, one.Refusals(), one.Exceptions()))],
        MostFrequent(analysis),
        error,
        MostInTheWay(words),
        analysis.Record.Plan.System.Provider is { Tls: true },
        analysis.Record.Events.OfType<ProviderRead>().LastOrDefault()?.Calls ?? ImmutableSortedDictionary<string, long>.Empty);

    /// <summary>Discovery was read, and the keys were asked for, as often as not: it is the keys that were missing.</summary>
    public bool KeysWereAskedFor => Calls.GetValueOrDefault(StandInEndpoint.KeySet) > 0
        && Calls.GetValueOrDefault(StandInEndpoint.KeySet) * 2 >= Calls.GetValueOrDefault(StandInEndpoint.Discovery);

    /// <summary>
    /// The provider is called by TLS, and has not been asked for discovery more often than once by each server that was ever started: what asked
    /// again and again did not come through. A call that somebody gave up is counted with the rest.
    /// </summary>
    public bool IsOutOfReach => isSecured && !Calls.IsEmpty && Calls.GetValueOrDefault(StandInEndpoint.Discovery) <= words.Length;

    /// <summary>Somebody asked for tokens.</summary>
    public bool TokensWereAskedFor => Calls.GetValueOrDefault(StandInEndpoint.Token) > 0;

    /// <summary>Half of what was thrown, or more, was thrown by a reader of JSON; the other half may be what it was thrown for.</summary>
    public bool JsonIsUnread { get; }

    /// <summary>Somebody asked for what the provider answers beside its own endpoints.</summary>
    public bool MappingsWereAskedFor => Calls.Any(call => call.Value > 0 && !StandInEndpoint.Paths.ContainsKey(call.Key));

    /// <summary>Somebody asked for what every provider of tokens has.</summary>
    public bool EndpointsWereAskedFor => Calls.Any(call => call.Value > 0 && StandInEndpoint.Paths.ContainsKey(call.Key));

    private static SuspectedFacet? MostInTheWay(ImmutableArray<ServerWords> words) => words
        .SelectMany(one => one.FailedTokenCalls())
        .GroupBy(failed => failed.Key, failed => failed.Value)
        .OrderByDescending(same => same.Sum())
        .ThenBy(same => same.Key)
        .Select(same => (SuspectedFacet?)same.Key)
        .FirstOrDefault();

    private static AnswerSignature? MostFrequent(RunAnalysis analysis)
    {
        var counts = new SignatureCounts();
        foreach (ref readonly var sample in analysis.SamplesByDue)
        {
            if (sample.Answerer == Answerer.App)
            {
                counts.Add(sample);
            }
        }

        return counts.MostFrequent;
    }
}
