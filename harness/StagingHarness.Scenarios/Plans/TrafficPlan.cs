using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans.Browsing;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.Scenarios.Plans;

/// <summary>
/// Open-model traffic of valid requests through the gateway: a request is right when it is answered 2xx, or as its plan asks.
/// </summary>
public sealed record TrafficPlan
{
    /// <summary>The service that the gateway leads to.</summary>
    public required string Service { get; init; }

    /// <summary>
    /// Requests, or journeys, that begin in a second of real time: all the time where <see cref="Arrivals"/> says nothing else, and else at the beginning.
    /// </summary>
    public required double RatePerSecond { get; init; }

    /// <summary>When requests are due; null when they are evenly spaced at one rate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArrivalsPlan? Arrivals { get; init; }

    /// <summary>Requests that stand alone, and those of journeys behind them.</summary>
    public required ImmutableArray<RequestPlan> Requests { get; init; }

    /// <summary>What begins, by weight; null when each request stands alone and each comes as often as the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<TurnPlan>? Turns { get; init; }

    /// <summary>Of a recording: index of the request at each position of the schedule, over and over; null where nothing is replayed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<int>? Recorded { get; init; }

    /// <summary>What customers do in a browser meanwhile; null when none comes with one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<BrowserJourneyPlan>? Browser { get; init; }

    /// <summary>Names of the credentials that every request carries.</summary>
    public required ImmutableArray<string> Credentials { get; init; }

    /// <summary>After this much real time from the scheduled moment a request counts as timed out.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How many generators share the schedule; null where one sends all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Generators { get; init; }

    /// <summary>Cap on connections to the gateway, of all generators together.</summary>
    public required int Connections { get; init; }

    /// <summary>A connection is closed after so many requests; null keeps it as long as the server does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RequestsPerConnection { get; init; }

    /// <summary>Most requests that are on one connection at the same time; null with HTTP/1.1, where it is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RequestsAtATime { get; init; }

    /// <summary>What is spoken with the gateway, and nothing else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ClientHttp Http { get; init; }

    /// <summary>Connections are secured, by a certificate that the CA of the stage issued.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Tls { get; init; }

    /// <summary>So many redirects are followed in a row; with 0 a redirect is an answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Redirects { get; init; }

    /// <summary>More requests dropped by the generator than this make the run inconclusive.</summary>
    public required Share TolerableDrops { get; init; }

    /// <summary>How what was written is found again; null when nothing is counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerPlan? Ledger { get; init; }

    /// <summary>HTTP/1.1 over plain connections: of that, the gateway stamps nothing.</summary>
    [JsonIgnore]
    public bool IsPlain => Http == ClientHttp.Http11 && !Tls;

    /// <summary>As harness and generator count.</summary>
    [JsonIgnore]
    public ArrivalOrder Schedule => Arrivals?.ToOrder() ?? ArrivalOrder.Evenly(RatePerSecond);

    /// <summary><c>100 requests per second</c>, and what becomes of that; with journeys, <c>100 beginnings</c>.</summary>
    public string WhenInWords()
    {
        var what = AllTurns().Any(turn => turn.Journey is not null) ? "beginnings" : "requests";
        return Arrivals?.InWords(RatePerSecond, what) ?? string.Create(CultureInfo.InvariantCulture, $"{RatePerSecond:0.##} {what} per second");
    }

    /// <summary><c>HTTP/2 over TLS</c>, as the gateway stamps it.</summary>
    public string SpokenInWords() => SpokenProtocol.Of(Http, Tls);

    /// <summary>What begins at the moments of the schedule, also where all weigh the same.</summary>
    public ImmutableArray<TurnPlan> AllTurns() => Turns ?? [.. Requests.Select(request => new TurnPlan(request.Index, 1, 1))];
}
