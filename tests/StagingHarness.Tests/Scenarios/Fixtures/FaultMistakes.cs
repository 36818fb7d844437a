using static StagingHarness.Tests.Scenarios.Fixtures.ScenarioFixture;

namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>Mistakes about faults, and about changes of the provider.</summary>
internal static class FaultMistakes
{
    private const string Watch = "  - watch: { for: 15 min }\n";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("SH0240", "a fault without a target", With("- fault: { kill: {} }")),
        new("SH0240", "a number of nothing", With("- fault: { stop: { count: 2 }, for: 1 min }")),
        new("SH0241", "names and a number", With("- fault: { pause: { instances: [portal-1], service: portal, count: 2 } }")),
        new("SH0242", "an instance that is not there", With("- fault: { kill: { instances: [portal-1, portal-5] }, for: 2 min }")),
        new("SH0243", "more than there are", With("- fault: { kill: { service: portal, count: 5 } }")),
        new("SH0243", "more than the one that there is", With("- fault: { kill: { service: portal, count: 2 } }").And("instances: 4", "instances: 1")),
        new("SH0244", "a way backwards", With("- fault: { latency: { from: portal, to: gateway, delay: 300ms } }")),
        new("SH0244", "a way to somebody else", With("- fault: { refuse: { from: gateway, to: worker }, for: 1 min }")),
        new("SH0245", "killed, and then frozen", With("- fault: { kill: { instances: [portal-2] } }", "- fault: { pause: { instances: [portal-2, portal-3] } }")),
        new("SH0245", "delayed twice", With(
            "- fault: { latency: { from: gateway, to: portal, delay: 300ms } }",
            "- fault: { name: slower, latency: { from: gateway, to: portal, delay: 1s }, for: 1 min }")),
        new("SH0246", "nothing was ever broken", With("- heal: { fault: slow }")),
        new("SH0246", "a fault that is misspelt", With("- fault: { name: slow, pause: { service: portal } }", "- heal: { fault: slo }")),
        new("SH0246", "a fault that has ended by itself", With("- fault: { kill: { service: portal }, for: 1 min }", "- heal: { fault: kill }")),
        new("SH0247", "a provider that nobody has", With("- provider: { clock: +10m }")
            .And("provider: { audience: shop, token-lifetime: 30m }\n", "")
            .And("  access-token: { header: Authorization, from: provider, client: shop-web }\n", "")
            .And("        ISSUER: \"{provider.issuer}\"\n", "")
            .And("[api-key, access-token]", "[api-key]")),
        new("SH0248", "only the tokens are new", With("- provider: { renew-tokens: true }")),
        new("SH0115", "a contract that nobody made", With("- provider: { contract: v2 }")),
        new("SH0115", "a contract that is misspelt", With("- provider: { contract: v3 }").And("token-lifetime: 30m }", "token-lifetime: 30m, contracts: { v2: { token-type: at+jwt } } }")),
        new("SH0116", "an endpoint that is misspelt", With("- provider: { facets: { endpoints: { jwk: { status: 404 } } } }")),
        new("SH0116", "an endpoint that is misspelt in a contract", With("- provider: { contract: v2 }")
            .And("token-lifetime: 30m }", "token-lifetime: 30m, contracts: { v2: { endpoints: { tokens: { status: 410 } } } } }")),
        new("SH0117", "a redirect to nowhere", With("- provider: { facets: { endpoints: { token: { status: 301 } } } }")),
        new("SH0250", "a certificate of a provider that shows none", With("- provider: { facets: { certificate: expired } }")),
        new("SH0250", "versions of what is not spoken, in a contract", With("- provider: { contract: v2 }")
            .And("token-lifetime: 30m }", "token-lifetime: 30m, contracts: { v2: { tls: { minimum: \"1.3\" } } } }")),
        new("SH0250", "versions of HTTP that no handshake agrees on", With("- provider: { facets: { http: { minimum: 2 } } }")),
        new("SH0250", "certificates of clients that no handshake asks for", With("- provider: { facets: { client-authentication: [client-secret-post, tls-client-auth] } }")),
        new("SH0024", "a version of HTTP that it does not speak", With("- provider: { facets: { http: { minimum: 3 } } }").And("token-lifetime: 30m }", "token-lifetime: 30m, tls: true }")),
        new("SH0024", "a version of TLS that is too old", With("- provider: { facets: { tls: { minimum: 1.1 } } }").And("token-lifetime: 30m }", "token-lifetime: 30m, tls: true }")),
        new("SH0018", "a contract that changes nothing", With("- provider: { contract: v2 }").And("token-lifetime: 30m }", "token-lifetime: 30m, contracts: { v2: {} } }")),
        new("SH0024", "an algorithm that nobody signs with", With("- provider: { facets: { sign-with: rs1 } }")),
        new("SH0024", "secrets of clients that there are none of", With("- provider: { facets: { client-secrets: old } }")),
        new("SH0010", "claims that are a text", With("- provider: { facets: { claims: sub } }")),
        new("SH0249", "a disk that nobody may write", With("- fault: { full-disk: { service: portal, path: /data, size: 1 MiB }, for: 1 min }")),
        new("SH0023", "less of a processor than there is", With("- fault: { cpu: { service: portal, limit: 0.5 % }, for: 1 min }")),
        new("SH0012", "a restart that lasts", With("- fault: { restart: { service: portal }, for: 2 min }")),
        new("SH0011", "a link without its ends", With("- fault: { reset: { after: 1 KiB } }")),
        new("SH0015", "a fault of no kind", With("- fault: { for: 2 min }")),
        new("SH0016", "two faults in one", With("- fault: { kill: { service: portal }, pause: { service: portal } }")),
        new("SH0023", "no target at all", With("- fault: { kill: { service: portal, count: 0 } }")),
        new("SH0023", "a token for half a second", With("- provider: { token-lifetime: 500ms }")),
        new("SH0021", "amounts without their units", With("- fault: { bandwidth: { from: gateway, to: portal, rate: 64 KiB } }", "- provider: { clock: +10 }")),
        new("SH0061", "two faults of one name", With("- fault: { kill: { instances: [portal-1] }, for: 1 min }", "- fault: { kill: { instances: [portal-2] }, for: 1 min }")),
    ];

    private static Action<ScenarioFixture> With(params string[] steps) =>
        fixture => fixture.Replace(ScenarioFile, Watch, Watch + string.Concat(steps.Select(step => $"  {step}\n")));
}
