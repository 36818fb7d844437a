using System.Collections.Immutable;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Recordings;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes the plan of the traffic: every request gets its number, those of journeys behind the others.</summary>
internal static class TrafficPlanner
{
    public static TrafficPlan Plan(TrafficDocument traffic, Recording? recording, ClockPlan clock)
    {
        var replayed = recording is null ? null : new RecordingPlanner(recording, traffic.Replay?.Value.Speed?.Value ?? Defaults.ReplaySpeed);
        var requests = ImmutableArray.CreateBuilder<RequestPlan>();
        var turns = ImmutableArray.CreateBuilder<TurnPlan>();
        foreach (var request in traffic.Requests?.Value ?? [])
        {
            turns.Add(new TurnPlan(requests.Count, 1, request.Value.Weight?.Value ?? Defaults.Weight));
            requests.Add(Request(request.Value, requests.Count));
        }

        foreach (var journey in traffic.Journeys?.Value ?? [])
        {
            var document = journey.Value.Given();
            var steps = document.Requests.Given();
            turns.Add(new TurnPlan(requests.Count, steps.Length, document.Weight?.Value ?? Defaults.Weight) { Journey = journey.Name.Value });
            foreach (var step in steps)
            {
                requests.Add(Request(step.Value, requests.Count));
            }
        }

        var http = traffic.Http?.Value ?? Defaults.Http;
        var generators = traffic.Generators?.Value ?? Defaults.Generators;
        var connections = traffic.Connections?.Value ?? Math.Max(generators, http == ClientHttp.Http2 ? Defaults.Http2Connections : Defaults.Connections);
        return new TrafficPlan
        {
            Service = traffic.Service.Given(),
            RatePerSecond = replayed?.RatePerSecond ?? traffic.Rate.Given(),
            Arrivals = replayed?.Arrivals() ?? Arrivals(traffic, clock),
            Requests = replayed?.Requests() ?? requests.ToImmutable(),
            Turns = IsPlain(turns) ? null : turns.ToImmutable(),
            Recorded = replayed?.Recorded(),
            Browser = BrowserPlanner.Plan(traffic, clock),
            Credentials = [.. (traffic.Credentials?.Value ?? []).Select(name => name.Value)],
            Timeout = traffic.Timeout?.Value ?? Defaults.TrafficTimeout,
            Generators = generators > 1 ? generators : null,
            Connections = connections,
            RequestsAtATime = http == ClientHttp.Http2 ? Math.Min(Defaults.Http2RequestsAtATime, Defaults.MostRequestsAtATime / connections) : null,
            Http = http,
            Tls = traffic.Tls?.Value ?? Defaults.TrafficTls,
            RequestsPerConnection = traffic.RequestsPerConnection?.Value,
            Redirects = traffic.Redirects?.Value ?? Defaults.Redirects,
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

    /// <summary>Requests alone that weigh the same are what their list says already.</summary>
    private static bool IsPlain(IEnumerable<TurnPlan> turns) => turns.All(turn => turn is { Journey: null, Weight: Defaults.Weight });

    private static RequestPlan Request(RequestDocument request, int index)
    {
        var credentials = request.Credentials?.Value ?? Defaults.ShownCredentials;
        return new(index, request.Request.Given().Method, request.Request.Given().Path)
        {
            Body = request.Body?.Value,
            ContentType = request.Body is null ? null : request.ContentType?.Value ?? Defaults.ContentType,
            Form = request.Form?.Value.ToImmutableSortedDictionary(field => field.Name.Value, field => Field(field.Value.Given()), StringComparer.Ordinal),
            Headers = Named(request.Headers),
            Credentials = credentials,
            Answer = Answer(request.Answer?.Value, credentials),
            Captures = request.Captures is { } captures ? [.. captures.Value.Select(Capture)] : null,
            Think = request.Think?.Value ?? TimeSpan.Zero,
        };
    }

    /// <summary>Who shows no valid credentials is to be refused, where nothing else is asked for.</summary>
    private static AnswerPlan? Answer(RequestAnswerDocument? answer, ShownCredentials credentials)
    {
        ImmutableArray<int> status = [.. (answer?.Status?.Value ?? []).Select(one => one.Value)];
        if (status.IsEmpty && credentials != ShownCredentials.Valid)
        {
            status = [Defaults.RefusedStatus];
        }

        return answer is null && status.IsEmpty
            ? null
            : new AnswerPlan { Status = status, Contains = answer?.Contains?.Value, Matches = answer?.Matches?.Value, Json = Named(answer?.Json) };
    }

    private static FormFieldPlan Field(FormFieldDocument field) => new() { Value = field.Value?.Value, User = field.PasswordOf?.Value };

    private static CapturePlan Capture(Named<CaptureDocument> capture)
    {
        var document = capture.Value.Given();
        return new CapturePlan(capture.Name.Value)
        {
            Json = document.Json?.Value,
            Header = document.Header?.Value,
            Cookie = document.Cookie?.Value,
            Pattern = document.Pattern?.Value,
        };
    }

    private static ImmutableSortedDictionary<string, string>? Named(Spanned<ImmutableArray<Named<string>>>? values) =>
        values?.Value.ToImmutableSortedDictionary(value => value.Name.Value, value => value.Value.Given(), StringComparer.Ordinal);

    private static LedgerPlan Ledger(Spanned<LedgerDocument> ledger) => new()
    {
        Place = ledger.Span.ToPlace(),
        List = ledger.Value.List.Given(),
        IdPointer = ledger.Value.Ids.Given(),
        NextPointer = ledger.Value.Next?.Value,
    };
}
