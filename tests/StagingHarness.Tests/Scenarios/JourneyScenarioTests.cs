using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Journeys and asked-for answers, as an author writes them, and what the plan makes of them.</summary>
public sealed class JourneyScenarioTests
{
    private static readonly string Scenario = ScenarioFixture.Scenario
        .Replace(
            "requests: [GET /api/account, GET /api/orders]",
            """
            requests:
                - GET /api/account
                - { request: GET /api/account, credentials: none, weight: 2 }
                - { request: GET /api/account, credentials: wrong, answer: { status: [403], contains: no } }
              journeys:
                order:
                  weight: 3
                  requests:
                    - { request: GET /api/orders, capture: { first: { json: /0/id } } }
                    - { request: "GET /api/orders/{captured.first}", think: 200ms, headers: { X-First: "{captured.first}" }, answer: { json: { /id: "{captured.first}" } } }
              requests-per-connection: 10
              generators: 2
              redirects: 2
            """,
            StringComparison.Ordinal)
        .Replace(
            "  - name: Course\n",
            """
              - name: Clients get through
                phase: upgraded
                journey: { name: order, completed: false }
                share: at least 99 %
              - name: Course

            """,
            StringComparison.Ordinal);

    [Test]
    public void Traffic_with_journeys_becomes_a_plan()
    {
        using var fixture = new ScenarioFixture();

        var result = fixture.LoadWith(ScenarioFixture.ScenarioFile, Scenario);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        var traffic = result.Plan!.Traffic;
        traffic.Turns!.Value.Should().Equal(
            new TurnPlan(0, 1, 1), new TurnPlan(1, 1, 2), new TurnPlan(2, 1, 1), new TurnPlan(3, 2, 3) { Journey = "order" });
        traffic.Requests.Select(request => request.Index).Should().Equal(0, 1, 2, 3, 4);
        traffic.Requests[0].Should().Be(new RequestPlan(0, "GET", "/api/account"));
        traffic.Requests[1].Should().BeEquivalentTo(new { Credentials = ShownCredentials.None, Answer = new AnswerPlan { Status = [401] } });
        traffic.Requests[2].Answer.Should().BeEquivalentTo(new AnswerPlan { Status = [403], Contains = "no" });
        traffic.Requests[3].Captures!.Value.Should().Equal(new CapturePlan("first") { Json = "/0/id" });
        traffic.Requests[4].Think.Should().Be(TimeSpan.FromMilliseconds(200));
        traffic.Requests[4].Headers.Should().Equal(ImmutableSortedDictionary<string, string>.Empty.Add("X-First", "{captured.first}"));
        traffic.RequestsPerConnection.Should().Be(10);
        traffic.Redirects.Should().Be(2);
        traffic.Generators.Should().Be(2);
        result.Plan.Expectations.OfType<JourneyExpectationPlan>().Single().Should().BeEquivalentTo(new { Journey = "order", Completed = false });
        result.Plan.Steps.Select(step => step.Sentence).Should().Contain(
            "Start the traffic to portal: 100 beginnings per second, GET /api/account (1), GET /api/account without credentials (2), "
            + "GET /api/account with wrong credentials (1) and journey order of 2 requests (3) by weight, with api-key and access-token, "
            + "by 2 generators, a new connection after 10 requests, following up to 2 redirects");
    }

    [Test]
    public void Form_becomes_a_plan_in_which_passwords_are_named()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.SystemFile, "token-lifetime: 30m }", "token-lifetime: 30m, clients: { shop-site: { redirects: /in } }, users: { alice: {} } }");
        fixture.Replace(
            ScenarioFixture.ScenarioFile,
            "requests: [GET /api/account, GET /api/orders]",
            "journeys: { in: { requests: [GET /account, { request: POST /login, form: { username: alice, password: { password-of: alice } } }] } }");

        var result = fixture.Load();

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        result.Plan!.Traffic.Requests[0].Form.Should().BeNull();
        result.Plan.Traffic.Requests[1].Form.Should().BeEquivalentTo(new Dictionary<string, FormFieldPlan>
        {
            ["username"] = new() { Value = "alice" },
            ["password"] = new() { User = "alice" },
        });
    }

    [Test]
    public void Plain_traffic_has_no_turns_of_its_own_and_keeps_connections()
    {
        using var fixture = new ScenarioFixture();

        var traffic = fixture.Load().Plan!.Traffic;

        traffic.Turns.Should().BeNull();
        traffic.AllTurns().Should().Equal(new TurnPlan(0, 1, 1), new TurnPlan(1, 1, 1));
        traffic.RequestsPerConnection.Should().BeNull();
        traffic.Redirects.Should().Be(0);
        traffic.Generators.Should().BeNull();
    }

    [TestCase("{ status: 401 }", true)]
    [TestCase("{ status: 403 }", false)]
    public void Refusal_that_a_request_asks_for_describes_no_failure(string answers, bool isAskedFor)
    {
        using var fixture = new ScenarioFixture();

        var findings = FindingRenderer.Render(fixture.LoadWith(ScenarioFixture.ScenarioFile, WithStranger(answers)).Findings);

        findings.Contains("no expectation describes it", StringComparison.Ordinal).Should().Be(isAskedFor);
    }

    [TestCase("{ status: 401, right: true }", false)]
    [TestCase("{ status: 403, right: true }", true)]
    [TestCase("{ status: 401, right: false }", false)]
    public void Refusal_is_right_where_a_request_asks_for_it(string answers, bool contradicts)
    {
        using var fixture = new ScenarioFixture();

        var findings = FindingRenderer.Render(fixture.LoadWith(ScenarioFixture.ScenarioFile, WithStranger(answers)).Findings);

        findings.Contains("no answer is like this", StringComparison.Ordinal).Should().Be(contradicts);
    }

    [Test]
    public void Rule_that_journeys_may_feed_is_not_refused()
    {
        using var fixture = new ScenarioFixture();
        var alerted = Scenario.Replace(
            "baseline: { samples: 150 }", "baseline: { samples: 150 }\nalerts: { errors: { wrong: { above: 5 %, over: 0.1 min }, samples: 15 } }", StringComparison.Ordinal);

        FindingRenderer.Render(fixture.LoadWith(ScenarioFixture.ScenarioFile, alerted).Findings).Should().BeEmpty();
    }

    private static string WithStranger(string answers) => ScenarioFixture.Scenario
        .Replace(
            "requests: [GET /api/account, GET /api/orders]",
            "requests: [GET /api/account, { request: GET /api/orders, credentials: none }]",
            StringComparison.Ordinal)
        .Replace("answers: { status: 500, by: app }", $"answers: {answers}", StringComparison.Ordinal);
}
