using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes that an author makes with customers who come with a browser.</summary>
internal static class BrowserMistakes
{
    private const string Requests = "requests: [GET /api/account, GET /api/orders]";
    private const string Expected = "    order: [upgrade-started, paged, traffic-restored]\n";

    private const string NoSignIn = "token-lifetime: 30m }";
    private const string SignInOfOne = "token-lifetime: 30m, clients: { shop-site: { redirects: /signin } } }";
    private const string SignIn = "token-lifetime: 30m, clients: { shop-site: { redirects: /signin } }, users: { alice: {} } }";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0011", "a browser that comes once", In(Requests, $"{Requests}\n  browser: {{ account: {{ steps: [{{ open: / }}] }} }}")),
        new("SH0015", "a field that is filled with nothing", In(Requests, Browser("{ open: / }, { fill: { label: Name } }"))),
        new("SH0012", "a step that no browser knows", In(Requests, Browser("{ open: / }, { hover: Name }"))),
        new("SH0016", "a step that does two things", In(Requests, Browser("{ open: /, see: Balance }"))),
        new("SH0024", "something that cannot be clicked on", In(Requests, Browser("{ open: / }, { click: { role: buton, name: Sign in } }"))),
        new("SH0071", "a browser without a page", In(Requests, Browser("{ see: Balance }"))),
        new("SH0071", "a token that is typed", In(Requests, Browser("{ open: / }, { fill: { label: Password, secret: access-token } }"))),
        new("SH0016", "a field that is filled with two things", In(Requests, Browser("{ open: / }, { fill: { label: Password, secret: api-key, password-of: user } }"))),
        new("SH0049", "the password of somebody where nobody signs in", In(Requests, Browser("{ open: / }, { fill: { label: Password, password-of: alice } }"))),
        new("SH0049", "the password of a user who is misspelt", In(Requests, Browser("{ open: / }, { fill: { label: Password, password-of: alcie } }")).And(NoSignIn, SignIn)),
        new("SH0049", "the password of somebody beside the one user that there is", In(Requests, Browser("{ open: / }, { fill: { label: Password, password-of: usr } }")).And(NoSignIn, SignInOfOne)),
        new("SH0033", "a secret that the system does not have", In(Requests, Browser("{ open: / }, { fill: { label: Password, secret: api-kay } }"))),
        new("SH0033", "credentials that the system does not have", In(Requests, $"{Requests}\n  browser: {{ account: {{ every: 2s, credentials: [acess-token], steps: [{{ open: / }}] }} }}")),
        new("SH0205", "a journey that no browser makes", In(Requests, Browser("{ open: / }")).And(Expected, Wanted("acount"))),
        new("SH0205", "a journey where nobody has a browser", In(Expected, Wanted("account"))),
    ];

    private static string Browser(string steps) => $"{Requests}\n  browser: {{ account: {{ every: 2s, steps: [{steps}] }} }}";

    private static string Wanted(string journey) => $"    phase: upgraded\n    browser: {{ name: {journey}, completed: true }}\n    share: 100 %\n";

    private static Action<ScenarioFixture> In(string text, string replacement) => fixture => fixture.Replace(ScenarioFile, text, replacement);
}
