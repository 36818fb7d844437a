using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes that an author makes with journeys, and with what answers are to be.</summary>
internal static class JourneyMistakes
{
    private const string Requests = "requests: [GET /api/account, GET /api/orders]";
    private const string Expected = "    order: [upgrade-started, paged, traffic-restored]\n";
    private const string Credentials = "\n  credentials: [api-key, access-token]";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0011", "traffic that sends nothing", In(Requests, "redirects: 1")),
        new("SH0011", "a journey without requests", In(Requests, "journeys: { order: { weight: 2 } }")),
        new("SH0012", "an answer and a capture with keys of none", In(Requests, Journey("{ request: GET /, answer: { body: x }, capture: { a: { json: /a, group: 1 } } }"))),
        new("SH0015", "a capture of nothing", In(Requests, Journey("{ request: GET /, capture: { a: {} } }"))),
        new("SH0016", "a capture from two places", In(Requests, Journey("{ request: GET /, capture: { a: { json: /a, header: A } } }"))),
        new("SH0018", "an answer of which nothing is asked", In(Requests, "requests: [{ request: GET /, answer: {} }]")),
        new("SH0034", "captures of nobody", In(Requests, Journey("{ request: \"GET /{captured.id}\", capture: { order: { json: /id } } }, \"GET /{captured.ordr}\""))),
        new("SH0071", "keys of journeys outside of one", In(Requests, "requests: [{ request: GET /, think: 1s, capture: { a: { json: /a } } }]")),
        new("SH0071", "keys of single requests in a journey", In(Requests, Journey("{ request: GET /, think: 1s, weight: 2 }, GET /"))),
        new("SH0071", "a refusal that nobody could tell", In(Requests, "requests: [{ request: GET /, credentials: none }]").And(Credentials, "")),
        new("SH0071", "one id written twice", In(Requests, Journey("{ request: POST /a, body: '{request.id}' }, { request: POST /b, body: '{request.id}' }")
            + "\n  ledger: { list: /, ids: /* }").And(Expected, "    ledger: { lost: 0, doubled: 0 }\n")),
        new("SH0071", "a form before which no page comes", In(Requests, "requests: [{ request: POST /login, form: { username: alice } }]")),
        new("SH0071", "a form at the beginning, with another method and a body", In(Requests, Journey("{ request: PUT /login, body: x, form: { username: alice } }"))),
        new("SH0018", "a form of nothing", In(Requests, Journey("GET /, { request: POST /login, form: {} }"))),
        new("SH0034", "a form with a capture of nobody", In(Requests, Journey("GET /, { request: POST /login, form: { id: '{captured.id}' } }"))),
        new("SH0049", "a form with the password of nobody", In(Requests, Journey("GET /, { request: POST /login, form: { password: { password-of: alice } } }"))),
        new("SH0205", "a journey that nobody makes", In(Requests, Journey("GET /")).And(Expected, "    phase: upgraded\n    journey: { name: ordr, completed: true }\n    share: 100 %\n")),
        new("SH0205", "a journey where there is none", In(Expected, "    phase: upgraded\n    journey: { name: order, completed: true }\n    share: 100 %\n")),
    ];

    private static string Journey(string requests) => $"journeys: {{ order: {{ requests: [{requests}] }} }}";

    private static Action<ScenarioFixture> In(string text, string replacement) => fixture => fixture.Replace(ScenarioFile, text, replacement);
}
