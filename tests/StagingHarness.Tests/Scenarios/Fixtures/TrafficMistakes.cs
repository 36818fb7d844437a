using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes that an author makes about when the traffic comes.</summary>
internal static class TrafficMistakes
{
    private const string Written = "  rate: 100/s\n  requests: [GET /api/account, GET /api/orders]\n";
    private const string Get = "203.0.113.7 - - [13/May/2023:13:55:36 +0000] \"GET /api/account HTTP/1.1\" 200 512\n";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0001", "a recording that is not there", Replay("{ file: other.log }", Get)),
        new("SH0011", "neither a rate nor a recording, and a stretch without an end", With("  stretches: [{ hold: 5/s }]\n")),
        new("SH0012", "keys of a stretch and of a replay", With("  rate: 5/s\n  requests: [GET /]\n  stretches: [{ ramp: 5/s, over: 5s }]\n  replay: { path: access.log }\n")),
        new("SH0015", "a stretch of no kind", With("  rate: 5/s\n  requests: [GET /]\n  stretches: [{ for: 5s }]\n")),
        new("SH0016", "a stretch of two kinds", With("  rate: 5/s\n  requests: [GET /]\n  stretches: [{ hold: 5/s, ramp: 7/s, for: 5s }]\n")),
        new("SH0018", "no stretches at all", With("  rate: 5/s\n  requests: [GET /]\n  stretches: []\n")),
        new("SH0021", "a speed without its unit", Replay("{ file: access.log, speed: 2 }", Get)),
        new("SH0023", "a stretch without traffic", With("  rate: 5/s\n  requests: [GET /]\n  stretches: [{ ramp: 0/s, for: 5s }]\n")),
        new("SH0023", "a speed that nobody holds", Replay("{ file: access.log, speed: 5000x }", Get)),
        new("SH0024", "a spread and a method that are none", With("  rate: 5/s\n  requests: [GET /]\n  arrivals: random\n")),
        new("SH0024", "a method in small letters", Replay("{ file: access.log, only: [GET, head] }", Get)),
        new("SH0024", "a version of HTTP that clients do not speak", With(Written + "  http: 3\n")),
        new("SH0292", "HTTP/2 without TLS, and a browser", With(Written + "  http: 2\n  browser: { page: { every: 5s, steps: [{ open: / }] } }\n")),
        new("SH0071", "more generators than connections", With(Written + "  generators: 4\n").And("connections: 32", "connections: 3")),
        new("SH0290", "a recording beside what it says itself", Replay("{ file: access.log }", Get, Written + "  arrivals: poisson\n  stretches: [{ spike: 900/s, for: 1s }]\n")),
        new("SH0291", "lines of an access log that cannot be replayed", Replay(
            "{ file: access.log }",
            Get
            + "a line of something else\n"
            + Get.Replace("13/May/2023", "2023-05-13", StringComparison.Ordinal)
            + Get.Replace("GET", "POST", StringComparison.Ordinal)
            + Get.Replace("GET", "BREW", StringComparison.Ordinal)
            + Get.Replace("/api/account", "/api/account#top", StringComparison.Ordinal))),
        new("SH0291", "more bad lines than anybody reads", Replay("{ file: access.log }", string.Concat(Enumerable.Repeat("bad\n", 25)))),
        new("SH0291", "entries of a HAR file that cannot be replayed", Replay("{ file: access.log }", """
            { "log": { "version": "1.2", "entries": [
              { "startedDateTime": "2023-05-13T13:55:36Z", "request": { "method": "GET", "url": "http://shop/api/account" }, "response": { "status": 200 } },
              { "startedDateTime": "2023-05-13T13:55:37Z", "request": { "method": "GET" } },
              { "startedDateTime": "soon", "request": { "method": "GET", "url": "http://shop/api/account" } },
              { "startedDateTime": "2023-05-13T13:55:38Z", "request": { "method": "GET", "url": "shop" } },
              { "startedDateTime": "2023-05-13T13:55:38Z", "request": { "method": "PUT", "url": "http://shop/api/account" }, "response": { "status": 200 } },
              { "startedDateTime": "2023-05-13T13:55:39Z", "request": { "method": "POST", "url": "http://shop/api/orders", "postData": { "mimeType": "form", "text": "a=b" } }, "response": { "status": 200 } }
            ] } }
            """)),
        new("SH0291", "entries of a HAR file to several hosts", Replay("{ file: access.log, only: [GET] }", Har(
            "http://shop.example/", "https://cdn.example/shop.js", "https://cdn.example/shop.css", "http://SHOP.example:80/api/account", "https://cdn.example/shop.png"))),
        new("SH0291", "a host that the HAR file does not hold", Replay("{ file: access.log, hosts: [shop.exampl] }", Har("http://shop.example/", "https://cdn.example/shop.js"))),
        new("SH0071", "hosts of an access log", Replay("{ file: access.log, hosts: [shop.example] }", Get)),
        new("SH0020", "a host with more than its port", Replay("{ file: access.log, hosts: [\"http://shop.example/\"] }", Har("http://shop.example/"))),
        new("SH0024", "answers that nobody knows", Replay("{ file: access.log, answers: right }", Get)),
        new("SH0293", "a line that is no request, and an answer that does not say what is right", Replay(
            "{ file: access.log }",
            Get + Get.Replace("GET /api/account HTTP/1.1", "-", StringComparison.Ordinal) + Get.Replace("200", "502", StringComparison.Ordinal) + Get)),
        new("SH0293", "several of both", Replay(
            "{ file: access.log }",
            Get.Replace("200", "502", StringComparison.Ordinal)
            + Get.Replace("200", "499", StringComparison.Ordinal)
            + Get.Replace("200", "-", StringComparison.Ordinal)
            + Get
            + Get.Replace("GET /api/account HTTP/1.1", "\\x16\\x03\\x01", StringComparison.Ordinal)
            + Get.Replace("/api/account", "*", StringComparison.Ordinal))),
        new("SH0291", "JSON that is no HAR file", Replay("{ file: access.log }", "{ \"log\": { \"pages\": [] } }")),
        new("SH0291", "a HAR file that is cut off", Replay("{ file: access.log }", "{ \"log\": { \"entries\": [\n")),
        new("SH0221", "a rule that wants more answers than the densest stretch of a recording brings", Replay(
            "{ file: access.log, speed: 2x }", Get + Get + Get).And("baseline:", "alerts:\n  errors: { wrong: { above: 5 %, over: 1 min }, samples: 200 }\nbaseline:")),
        new("SH0291", "a recording without requests", Replay("{ file: access.log, only: [HEAD] }", Get)),
    ];

    /// <summary>A request a second, each answered.</summary>
    private static string Har(params string[] urls)
    {
        var entries = urls.Select((url, second) =>
            $"{{ \"startedDateTime\": \"2023-05-13T13:55:0{second}Z\", \"request\": {{ \"method\": \"GET\", \"url\": \"{url}\" }}, \"response\": {{ \"status\": 200 }} }}");
        return $"{{ \"log\": {{ \"entries\": [\n{string.Join(",\n", entries)}\n] }} }}";
    }

    private static Action<ScenarioFixture> With(string traffic) => fixture => fixture.Replace(ScenarioFile, Written, traffic);

    private static Action<ScenarioFixture> Replay(string replay, string log, string beside = "") => fixture =>
    {
        fixture.Write("scenarios/access.log", log);
        fixture.Replace(ScenarioFile, Written, $"{beside}  replay: {replay}\n");
    };
}
