using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans;

/// <summary>
/// Open-model traffic of valid requests through the gateway: a request is right when it is answered 2xx.
/// </summary>
public sealed record TrafficPlan
{
    /// <summary>The service that the gateway leads to.</summary>
    public required string Service { get; init; }

    /// <summary>Requests per second of real time: all the time where <see cref="Arrivals"/> says nothing else, and else at the beginning.</summary>
    public required double RatePerSecond { get; init; }

    /// <summary>When requests are due; null when they are evenly spaced at one rate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArrivalsPlan? Arrivals { get; init; }

    /// <summary>Taken as <see cref="Turns"/> says.</summary>
    public required ImmutableArray<RequestPlan> Requests { get; init; }

    /// <summary>Index of the request at each position of the schedule, over and over; null when each has its turn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<int>? Turns { get; init; }

    /// <summary>Names of the credentials that every request carries.</summary>
    public required ImmutableArray<string> Credentials { get; init; }

    /// <summary>After this much real time from the scheduled moment a request counts as timed out.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Cap on the generator's connections to the gateway.</summary>
    public required int Connections { get; init; }

    /// <summary>More requests dropped by the generator than this make the run inconclusive.</summary>
    public required Share TolerableDrops { get; init; }

    /// <summary>How what was written is found again; null when nothing is counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerPlan? Ledger { get; init; }

    /// <summary>As harness and generator count.</summary>
    [JsonIgnore]
    public ArrivalOrder Schedule => Arrivals?.ToOrder() ?? ArrivalOrder.Evenly(RatePerSecond);

    /// <summary><c>100 requests per second</c>, and what becomes of that.</summary>
    public string WhenInWords() => Arrivals?.InWords(RatePerSecond) ?? string.Create(CultureInfo.InvariantCulture, $"{RatePerSecond:0.##} requests per second");

    /// <summary>How many of the turns are that request's, and how many there are.</summary>
    public (int Of, int All) TurnsOf(string request)
    {
        var turns = Turns ?? [.. Enumerable.Range(0, Requests.Length)];
        return (turns.Count(turn => Requests[turn].ToString() == request), turns.Length);
    }
}
