using System.Collections.Immutable;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Traffic;

/// <summary>Puts what is wanted into the words of the generator.</summary>
internal static class GeneratorOrders
{
    public static GeneratorOrder Of(TrafficOrder order, GeneratorShare share, long timestampFrequency) => new()
    {
        Target = order.Target,
        Requests = [.. order.Plan.Requests.Select(request => Request(request, order.Passwords))],
        Turns = [.. order.Plan.AllTurns().Select(turn => new GeneratorTurn(turn.First, turn.Count, turn.Weight))],
        Recorded = order.Plan.Recorded ?? [],
        Routes = [.. order.Routes.Select(route => new GeneratorRoute { Host = route.Host, Port = route.Port, At = route.At.ToString() })],
        Seed = order.Seed,
        Headers = order.CredentialHeaders,
        Arrivals = order.Plan.Schedule,
        Timeout = order.Plan.Timeout,
        Share = share,
        Connections = share.PartOf(order.Plan.Connections),
        RequestsAtATime = order.Plan.RequestsAtATime ?? 1,
        Http = order.Plan.Http,
        TrustedRoots = [.. order.TrustedRoots.Select(root => Convert.ToBase64String(root.AsSpan()))],
        RequestsPerConnection = order.Plan.RequestsPerConnection ?? 0,
        Redirects = order.Plan.Redirects,
        WarmUpRequests = order.WarmUpRequests,
        EpochTimestamp = order.EpochTimestamp,
        TimestampFrequency = timestampFrequency,
    };

    private static GeneratorRequest Request(RequestPlan request, ImmutableSortedDictionary<string, string> passwords) => new()
    {
        Route = checked((ushort)request.Index),
        Method = request.Method,
        Path = request.Path,
        Body = request.Body,
        Form = request.Form?.ToImmutableSortedDictionary(
            field => field.Key, field => field.Value.User is { } user ? passwords[user] : field.Value.Value ?? "", StringComparer.Ordinal),
        ContentType = request.ContentType,
        Headers = request.Headers ?? ImmutableSortedDictionary<string, string>.Empty,
        Credentials = request.Credentials,
        Answer = request.Answer is { } answer ? Answer(answer) : null,
        Captures = [.. (request.Captures ?? []).Select(Capture)],
        Think = request.Think,
    };

    private static GeneratorAnswer Answer(AnswerPlan answer) => new()
    {
        Status = answer.Status,
        Contains = answer.Contains,
        Matches = answer.Matches,
        Json = answer.Json ?? ImmutableSortedDictionary<string, string>.Empty,
    };

    private static GeneratorCapture Capture(CapturePlan capture) => new()
    {
        Name = capture.Name,
        Json = capture.Json,
        Header = capture.Header,
        Cookie = capture.Cookie,
        Pattern = capture.Pattern,
    };
}
