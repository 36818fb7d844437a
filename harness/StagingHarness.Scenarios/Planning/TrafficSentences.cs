using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning;

/// <summary>What the traffic is like, in a sentence without a full stop.</summary>
internal static class TrafficSentences
{
    public static string Start(TrafficPlan traffic)
    {
        var turns = traffic.AllTurns();
        var credentials = traffic.Credentials.Length == 0 ? "without credentials" : $"with {Sentences.And(traffic.Credentials)}";
        var order = turns.Length == 1 ? "" : traffic.Turns is null ? " in equal parts" : " by weight";
        var sent = traffic.Recorded is null ? $"{Sentences.And(turns.Select(turn => Turn(traffic, turn)))}{order}" : AsRecorded(traffic);
        return $"Start the traffic to {traffic.Service}: {traffic.WhenInWords()}, {sent}, {credentials}{Spoken(traffic)}{Generators(traffic)}{Connections(traffic)}{Redirects(traffic)}{Browser(traffic)}";
    }

    /// <summary><c>GET /api/orders (3)</c>, <c>journey order of 2 requests</c>.</summary>
    private static string Turn(TrafficPlan traffic, TurnPlan turn)
    {
        var what = turn.Journey is { } journey
            ? $"journey {journey} of {turn.Count} {(turn.Count == 1 ? "request" : "requests")}"
            : $"{traffic.Requests[turn.First]}{Shown(traffic.Requests[turn.First])}";
        return traffic.Turns is null ? what : $"{what} ({turn.Weight})";
    }

    private static string Shown(RequestPlan request) => request.Credentials switch
    {
        Protocols.Generator.ShownCredentials.Valid => "",
        Protocols.Generator.ShownCredentials.None => " without credentials",
        Protocols.Generator.ShownCredentials.Wrong => " with wrong credentials",
    };

    /// <summary>What is not as in other traffic: kinds that go without credentials, kinds whose right answer is no 2xx, and what is left out.</summary>
    private static string AsRecorded(TrafficPlan traffic)
    {
        var refused = traffic.Requests.Count(request => request.Credentials == Protocols.Generator.ShownCredentials.None);
        var others = traffic.Requests.Count(request => request.Answer is { Status.IsEmpty: false }) - refused;
        var several = traffic.Requests.Count(request => request.Answer is { Status.Length: > 1 });
        List<string> told =
        [
            $"{traffic.Requests.Length} {(traffic.Requests.Length == 1 ? "kind" : "kinds")} of requests",
            .. refused > 0 ? [$"{refused} to be refused, without credentials"] : (string[])[],
            .. others > 0 ? [$"{others} with right answers that are no 2xx{(several > 0 ? $", {several} of them with several" : "")}"] : (string[])[],
            .. traffic.Arrivals?.Recording is { LeftOut: > 0 and var left } ? [$"{left} entries left out"] : (string[])[],
        ];
        return $"as recorded ({string.Join("; ", told)})";
    }

    private static string Generators(TrafficPlan traffic) => traffic.Generators is { } generators ? $", by {generators} generators" : "";

    private static string Connections(TrafficPlan traffic) => traffic.RequestsPerConnection switch
    {
        null => "",
        1 => ", a connection for each request",
        { } most => $", a new connection after {most} requests",
    };

    private static string Spoken(TrafficPlan traffic)
    {
        var shared = traffic.RequestsAtATime is { } requests
            ? $" on {traffic.Connections} {(traffic.Connections == 1 ? "connection" : "connections")}, up to {requests} {(requests == 1 ? "request" : "requests")} at a time on each"
            : "";
        return traffic.IsPlain ? "" : $", by {traffic.SpokenInWords()}{shared}";
    }

    private static string Browser(TrafficPlan traffic) =>
        traffic.Browser is { } journeys ? $"; in a browser {Sentences.And(journeys.Select(journey => $"{journey.Name} every {journey.Every.TotalSeconds:0.###} s"))}" : "";

    private static string Redirects(TrafficPlan traffic) => traffic.Redirects == 0 ? "" : $", following up to {traffic.Redirects} redirects";
}
