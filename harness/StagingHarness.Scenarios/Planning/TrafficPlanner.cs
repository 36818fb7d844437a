using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Recordings;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What is sent, and when.</summary>
internal static class TrafficPlanner
{
    public static TrafficPlan Plan(TrafficDocument traffic, Recording? recording, ClockPlan clock)
    {
        var replayed = recording is null ? null : new RecordingPlanner(recording, traffic.Replay?.Value.Speed?.Value ?? Defaults.ReplaySpeed);
        return new TrafficPlan
        {
            Service = traffic.Service.Given(),
            RatePerSecond = replayed?.RatePerSecond ?? traffic.Rate.Given(),
            Arrivals = replayed?.Arrivals() ?? Arrivals(traffic, clock),
            Requests = replayed?.Requests() ?? [.. traffic.Requests.Given().Select((request, index) => Request(request.Value, index))],
            Turns = replayed?.Turns(),
            Credentials = [.. (traffic.Credentials?.Value ?? []).Select(name => name.Value)],
            Timeout = traffic.Timeout?.Value ?? Defaults.TrafficTimeout,
            Connections = traffic.Connections?.Value ?? Defaults.Connections,
            TolerableDrops = Defaults.TolerableDrops,
            Ledger = traffic.Ledger is { } ledger ? Ledger(ledger) : null,
        };
    }

    /// <summary>Null for what needs no more than its rate.</summary>
    private static ArrivalsPlan? Arrivals(TrafficDocument traffic, ClockPlan clock)
    {
        var spread = traffic.Arrivals?.Value ?? Defaults.ArrivalSpread;
        var level = traffic.Rate.Given();
        var stretches = ImmutableArray.CreateBuilder<StretchPlan>();
        foreach (var stretch in (traffic.Stretches?.Value ?? []).Select(stretch => stretch.Value))
        {
            var rate = stretch.Rate.Given();
            stretches.Add(new StretchPlan(stretch.Kind, stretch.Kind == StretchKind.Ramp ? level : rate, rate, clock.ToReal(stretch.For.Given())));
            level = stretch.Kind == StretchKind.Spike ? level : rate;
        }

        return spread == ArrivalSpread.Evenly && stretches.Count == 0
            ? null
            : new ArrivalsPlan { Spread = spread, Stretches = stretches.ToImmutable(), ThenPerSecond = level };
    }

    private static RequestPlan Request(RequestDocument request, int index) =>
        new(index, request.Request.Given().Method, request.Request.Given().Path)
        {
            Body = request.Body?.Value,
            ContentType = request.Body is null ? null : request.ContentType?.Value ?? Defaults.ContentType,
        };

    private static LedgerPlan Ledger(Spanned<LedgerDocument> ledger) => new()
    {
        Place = ledger.Span.ToPlace(),
        List = ledger.Value.List.Given(),
        IdPointer = ledger.Value.Ids.Given(),
        NextPointer = ledger.Value.Next?.Value,
    };
}
