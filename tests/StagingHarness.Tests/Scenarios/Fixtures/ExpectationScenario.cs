namespace StagingHarness.Tests.Scenarios.Fixtures;

/// <summary>The shop's scenario with every kind of expectation, every quantifier and every key that they know.</summary>
internal static class ExpectationScenario
{
    public static string Text { get; } = ScenarioFixture.Scenario[..ScenarioFixture.Scenario.IndexOf("expect:\n", StringComparison.Ordinal)] + Expectations;

    private const string Expectations = """
        expect:
          - name: Requests fail
            phase: upgraded
            answers: { status: [500, 502], right: false, by: app, signature: server-error, slower-than: 1ms }
            of: { request: GET /api/orders, release: "2.0", platform: "1", instance: portal-1, right: false }
            share: 100 %
            samples: 200
            samples-per-instance: 25
            each-instance: true
            report-only: true
          - name: Three in a row
            phase: upgraded
            answers: { signature: server-error }
            for-at-least: 2s
          - name: Soon
            phase: outage
            answers: { right: false }
            within: 2s
            since: activated
          - name: Often
            phase: upgraded
            answers: { right: false }
            at-least: 3 times
          - name: Seldom
            phase: baseline
            answers: { slower-than: 300ms }
            at-most: 1/s
          - name: Health is green
            phase: [upgraded, recovered]
            health: { status: 200 }
            always: true
          - name: Quick before
            phase: baseline
            latency: { percentile: p99, at-least: 1ms, at-most: 250ms }
            of: { right: true }
            samples: 400
          - name: Available before
            phase: [baseline, staging]
            availability: { per: 500ms }
            of: { request: GET /api/account }
            share: at least 99 %
            samples: 10
          - name: The new release answers
            phase: upgraded
            served: { release: "2.0", platform: "1" }
            always: true
          - name: The library is missed
            phase: upgraded
            log: { pattern: 'FileNotFoundException', service: portal, instance: portal-1 }
            at-least: 1 time
          - name: Nothing is logged before
            log: { pattern: 'Unhandled' }
            share: at most 50 %
          - name: One token
            provider: { endpoint: token }
            at-most: 2 times
          - name: No unknown call
            provider: { unmatched: true }
            at-most: 0 times
          - name: Servers stay up
            phase: upgraded
            instance: { state: running, service: portal, name: portal-2 }
            always: true
            each-instance: true
          - name: More fail than before
            phase: upgraded
            compare: { answers: { right: false }, against: { phase: baseline }, claim: more, margin: 2 %, significance: 5 % }
            samples: 50
          - name: New beside old
            phase: upgrade
            compare: { answers: { right: false }, against: { release: "1.0", platform: "1", request: GET /api/account, instance: portal-1 } }
            of: { release: "2.0" }
          - name: Page
            phase: upgraded
            page: sent
            within: 2s
          - name: Page in time
            time: { from: outage-started, to: paged, at-least: 1ms, at-most: 2s }
          - name: Back in time
            time: { from: activated, to: traffic-restored, at-most: 15 min }
          - name: Course
            order: [upgrade-started, paged, traffic-restored]

        """;
}
