using System.Collections.Immutable;
using StagingHarness.Protocols.Arrivals;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Protocols.Generator;

/// <summary>What the generator sends, where to, how often, and from when on.</summary>
public sealed record GeneratorOrder
{
    public required Uri Target { get; init; }

    /// <summary>Where connections lead to another address than the URL says; empty when none does.</summary>
    public required ImmutableArray<GeneratorRoute> Routes { get; init; }

    /// <summary>Requests that stand alone and those of journeys, one after the other.</summary>
    public required ImmutableArray<GeneratorRequest> Requests { get; init; }

    /// <summary>What is begun at the moments of the schedule; empty when each request is a turn of its own and all weigh the same.</summary>
    public ImmutableArray<GeneratorTurn> Turns { get; init; } = [];

    /// <summary>Of a recording: which of the requests is sent at each position of the schedule, over and over, instead of turns; empty when there is none.</summary>
    public ImmutableArray<int> Recorded { get; init; } = [];

    /// <summary>Where the ids of requests are made from, see <see cref="Samples.RequestId"/>.</summary>
    public required long Seed { get; init; }

    /// <summary>Headers of every request, name to value.</summary>
    public required ImmutableSortedDictionary<string, string> Headers { get; init; }

    /// <summary>When they are due.</summary>
    public required ArrivalOrder Arrivals { get; init; }

    /// <summary>Which positions of the schedule are this generator's.</summary>
    public GeneratorShare Share { get; init; } = GeneratorShare.Whole;

    /// <summary>From the scheduled moment to giving up.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Cap on connections, and with <see cref="RequestsAtATime"/> on requests in flight.</summary>
    public required int Connections { get; init; }

    /// <summary>Most requests that are on one connection at the same time; more than one with HTTP/2 alone.</summary>
    public int RequestsAtATime { get; init; } = 1;

    /// <summary>What is spoken with the target; with everybody else, HTTP/1.1.</summary>
    public ClientHttp Http { get; init; }

    /// <summary>DER in Base64 of the CAs that are trusted where a connection is secured, and no other is; empty where none is.</summary>
    public ImmutableArray<string> TrustedRoots { get; init; } = [];

    /// <summary>A connection is closed after so many requests; 0 keeps it as long as the server does.</summary>
    public int RequestsPerConnection { get; init; }

    /// <summary>So many redirects are followed in a row; with 0 a redirect is an answer.</summary>
    public int Redirects { get; init; }

    /// <summary>Requests sent before the schedule begins, whose outcomes are thrown away.</summary>
    public required int WarmUpRequests { get; init; }

    /// <summary>Reading of the monotonic clock from which the times of samples count.</summary>
    public required long EpochTimestamp { get; init; }

    /// <summary>Ticks per second of that clock; the generator refuses an order from another clock than its own.</summary>
    public required long TimestampFrequency { get; init; }
}
