using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes that an author makes with traffic that writes, with its ledger, with mixed versions, and with causes.</summary>
internal static class LedgerMistakes
{
    private const string Requests = "[GET /api/account, GET /api/orders]";
    private const string Post = "{ request: POST /api/orders, body: '{\"id\":\"{request.id}\"}' }";
    private const string Ledger = "\n  ledger: { list: /api/placed, ids: /orders/*/id, next: /next }";
    private const string Expected = "    order: [upgrade-started, paged, traffic-restored]\n";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0010", "a list where a request is wanted", In(Requests, "[[GET /]]")),
        new("SH0011", "a body without its request, a ledger without its ids", With($"[{Post}, {{ body: x }}]", "\n  ledger: { list: /api/placed }")),
        new("SH0012", "keys of a request and of a ledger that are not known", With($"[{Post}, {{ request: GET /, verb: x }}]", "\n  ledger: { list: /api/placed, ids: /*, id: /id }")),
        new("SH0012", "a phase of what shows at the end", With($"[{Post}]", Ledger).And("    ledger: { lost: 0, doubled: 0 }", "    ledger: { lost: 0 }\n    phase: upgraded")),
        new("SH0018", "a ledger of which nothing is asked", With($"[{Post}]", Ledger).And("{ lost: 0, doubled: 0 }", "{}")),
        new("SH0020", "a number that is none, a body that is of no kind", With($"[{{ request: POST /, body: '{{request.id}}', content-type: json }}]", Ledger)
            .And("{ lost: 0, doubled: 0 }", "{ lost: none, doubled: at most 1 % }")),
        new("SH0024", "methods that are none", In(Requests, "[POST /api/orders, { request: SEND /api/orders }]")),
        new("SH0026", "a loss that may be none", With($"[{Post}]", Ledger).And("{ lost: 0, doubled: 0 }", "{ lost: at least 0 }")),
        new("SH0034", "placeholders that no request has", In(Requests, "[\"GET /api/orders/{request.number}\", { request: POST /, body: '{request.id} {request.uuid}' }]")),
        new("SH0066", "a loss that is not described", With($"[{Post}]", Ledger).And("{ status: 500, by: app }", "{ right: true, by: app }")),
        new("SH0067", "a loss where nothing may break", With($"[{Post}]", Ledger).And("{ lost: 0, doubled: 0 }", "{ lost: at least 1 }")
            .And("intent: reproduce", "intent: protect").And("{ status: 500, by: app }", "{ right: true, by: app }")),
        new("SH0067", "an order in doubt where nothing may break", With($"[{Post}]", Ledger).And("{ lost: 0, doubled: 0 }", "{ unacknowledged-present: at least 1 }")
            .And("intent: reproduce", "intent: protect").And("{ status: 500, by: app }", "{ right: true, by: app }")),
        new("SH0070", "more new servers than servers", In(Expected, "    mixed: { new: 5, of: 4 }\n")),
        new("SH0012", "a phase of a cause", In(Expected, "    cause: { facet: audience }\n    phase: upgraded\n")),
        new("SH0018", "a cause that names nothing", In(Expected, "    cause: {}\n")),
        new("SH0024", "a facet that nobody knows", In(Expected, "    cause: { facet: audiance }\n")),
        new("SH0130", "only reading requests", With("[GET /api/account]", Ledger)),
        new("SH0130", "a body without an id", With("[{ request: POST /api/orders, body: x }]", Ledger)),
        new("SH0131", "a ledger that nobody keeps", In(Expected, "    ledger: { lost: 0 }\n")),
        new("SH0132", "a pointer to a single id", With($"[{Post}]", "\n  ledger: { list: /api/placed, ids: /orders/id }")),
        new("SH0133", "a body that is read with, and a kind of none", In(Requests, "[{ request: GET /, body: x }, { request: POST /, content-type: text/plain }]")),
        new("SH0134", "a ledger that is not looked at", In($"requests: {Requests}", $"requests: [{Post}]{Ledger}")),
    ];

    private static Action<ScenarioFixture> In(string text, string replacement) => fixture => fixture.Replace(ScenarioFile, text, replacement);

    /// <summary>Other requests with a ledger, of which something is expected.</summary>
    private static Action<ScenarioFixture> With(string requests, string ledger) =>
        In($"requests: {Requests}", $"requests: {requests}{ledger}").And(Expected, "    ledger: { lost: 0, doubled: 0 }\n");
}
