using System.Collections.Immutable;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents.Browsing;
using StagingHarness.Scenarios.Documents.Scalars;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Documents;

/// <summary>The traffic of valid requests.</summary>
internal sealed record TrafficDocument
{
    public static MappingShape<TrafficDocument> Shape { get; } =
        new MappingShape<TrafficDocument>(new TrafficDocument())
            .Required("service", Names.Service, (document, value) => document with { Service = value })
            .Optional("rate", new RateShape(), (document, value) => document with { Rate = value })
            .Optional("arrivals", new ChoiceShape<ArrivalSpread>("a way in which requests come"), (document, value) => document with { Arrivals = value })
            .Optional(
                "stretches",
                new ListShape<StretchDocument>(StretchDocument.Shape) { NeedsOne = "stretch" },
                (document, value) => document with { Stretches = value })
            .Optional("replay", ReplayDocument.Shape, (document, value) => document with { Replay = value })
            .WhenWritten("rate", document => document with { HasRate = true })
            .Optional(
                "requests",
                new ListShape<RequestDocument>(RequestDocument.Shape) { NeedsOne = "request" },
                (document, value) => document with { Requests = value })
            .Optional(
                "journeys",
                new NamedShape<JourneyDocument>("name", new SlugShape("the name of a journey", "order"), JourneyDocument.Shape),
                (document, value) => document with { Journeys = value })
            .Optional(
                "browser",
                new NamedShape<BrowserJourneyDocument>("name", BrowserJourneyDocument.Name, BrowserJourneyDocument.Shape),
                (document, value) => document with { Browser = value })
            .Optional(
                "credentials",
                new ListShape<string>(Names.Credential) { Distinct = true },
                (document, value) => document with { Credentials = value })
            .Optional("timeout", new RealDurationShape(), (document, value) => document with { Timeout = value })
            .Optional("generators", new CountShape { Least = 1, Most = 16, Usual = 2 }, (document, value) => document with { Generators = value })
            .Optional(
                "connections",
                new CountShape { Least = 1, Most = 4096, Usual = 64 },
                (document, value) => document with { Connections = value })
            .Optional(
                "requests-per-connection",
                new CountShape { Least = 1, Most = 1_000_000, Usual = 100 },
                (document, value) => document with { RequestsPerConnection = value })
            .Optional("http", new ClientHttpShape(), (document, value) => document with { Http = value })
            .Optional("tls", new FlagShape(), (document, value) => document with { Tls = value })
            .Optional("redirects", new CountShape { Least = 0, Most = 20, Usual = 5 }, (document, value) => document with { Redirects = value })
            .Optional("ledger", LedgerDocument.Shape, (document, value) => document with { Ledger = value });

    public Spanned<string>? Service { get; init; }

    public Spanned<double>? Rate { get; init; }

    public bool HasRate { get; init; }

    public Spanned<ArrivalSpread>? Arrivals { get; init; }

    public Spanned<ImmutableArray<Spanned<StretchDocument>>>? Stretches { get; init; }

    public Spanned<ReplayDocument>? Replay { get; init; }

    public Spanned<ImmutableArray<Spanned<RequestDocument>>>? Requests { get; init; }

    public Spanned<ImmutableArray<Named<JourneyDocument>>>? Journeys { get; init; }

    public Spanned<ImmutableArray<Named<BrowserJourneyDocument>>>? Browser { get; init; }

    public Spanned<ImmutableArray<Spanned<string>>>? Credentials { get; init; }

    public Spanned<TimeSpan>? Timeout { get; init; }

    public Spanned<int>? Generators { get; init; }

    public Spanned<int>? Connections { get; init; }

    public Spanned<int>? RequestsPerConnection { get; init; }

    public Spanned<ClientHttp>? Http { get; init; }

    public Spanned<bool>? Tls { get; init; }

    public Spanned<int>? Redirects { get; init; }

    public Spanned<LedgerDocument>? Ledger { get; init; }

    /// <summary>Those that stand alone, and those of journeys behind them.</summary>
    public ImmutableArray<Spanned<RequestDocument>> AllRequests =>
        [.. Requests?.Value ?? [], .. (Journeys?.Value ?? []).SelectMany(journey => journey.Value?.Value.Requests?.Value ?? [])];
}
