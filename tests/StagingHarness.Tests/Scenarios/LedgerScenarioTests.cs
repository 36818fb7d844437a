using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Reporting.Terminal;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Traffic that writes, as an author writes it, and what the plan makes of it.</summary>
public sealed class LedgerScenarioTests
{
    private static readonly string Scenario = ScenarioFixture.Scenario
        .Replace(
            "requests: [GET /api/account, GET /api/orders]",
            """
            requests:
                - GET /api/account
                - { request: POST /api/orders, body: '{"id":"{request.id}"}' }
                - request: PUT /api/notes/{request.id}
                  body: a note
                  content-type: text/plain
              ledger: { list: /api/placed, ids: /orders/*/id, next: /next }
            """,
            StringComparison.Ordinal)
        .Replace(
            "  - name: Course\n",
            """
              - name: Nothing is lost
                ledger: { lost: at most 2, doubled: 0, unacknowledged-present: at least 1 }
                samples: 300
              - name: Half way
                mixed: { new: 2, of: 4 }
                for: 3s
              - name: Course

            """,
            StringComparison.Ordinal);

    private static readonly string[] Inputs =
        ["", "~", "word", "0", "-1", "at most", "at least x", "/", "/*", "GET /", "{request.id}", "[]", "[a]", "{}", "{ a: b }", "\"\\u0000\"", "5 %"];

    [Test]
    public void Traffic_that_writes_becomes_a_plan()
    {
        using var fixture = new ScenarioFixture();

        var result = fixture.LoadWith(ScenarioFixture.ScenarioFile, Scenario);

        FindingRenderer.Render(result.Findings).Should().BeEmpty();
        var plan = result.Plan!;
        plan.Traffic.Requests.Should().Equal(
            new RequestPlan(0, "GET", "/api/account"),
            new RequestPlan(1, "POST", "/api/orders") { Body = "{\"id\":\"{request.id}\"}", ContentType = "application/json" },
            new RequestPlan(2, "PUT", "/api/notes/{request.id}") { Body = "a note", ContentType = "text/plain" });
        plan.Traffic.Requests.Select(request => request.WritesId).Should().Equal(false, true, true);
        plan.Traffic.Ledger.Should().BeEquivalentTo(new { List = "/api/placed", IdPointer = "/orders/*/id", NextPointer = "/next" });
        plan.Closing[^1].Should().BeOfType<ReadLedgerStepPlan>()
            .Which.Should().BeEquivalentTo(new { Number = "C3", Sentence = "Read back from /api/placed what was written, and count what is lost and doubled" });
        plan.Expectations.OfType<LedgerExpectationPlan>().Single()
            .Should().BeEquivalentTo(new { Lost = new CountBounds(0, 2), Doubled = new CountBounds(0, 0), UnacknowledgedPresent = new CountBounds(1, long.MaxValue), MinimumSamples = 300 });
        plan.Expectations.OfType<MixedExpectationPlan>().Single()
            .Should().BeEquivalentTo(new { New = 2, Of = 4, LeastRequests = 100, LeastTime = TimeSpan.FromSeconds(3) });
    }

    [Test]
    public void Plan_is_printed_with_its_ledger_and_what_is_asked_of_it()
    {
        using var fixture = new ScenarioFixture();

        PlanPrinter.Print(fixture.LoadWith(ScenarioFixture.ScenarioFile, Scenario).Plan!).Should()
            .Contain("  ledger     ids at '/orders/*/id' of '/api/placed', and of the pages that '/next' leads to\n")
            .And.Contain("     lost at most 2 and doubled 0 of what was acknowledged; present without having been acknowledged: at least 1, at least 300 acknowledged writes\n")
            .And.Contain("     2 of 4 servers on the new version for at least 100 requests and 3 s (real time)\n");
    }

    [Test]
    public void Traffic_that_only_reads_keeps_no_ledger_and_closes_as_ever()
    {
        using var fixture = new ScenarioFixture();

        var plan = fixture.Load().Plan!;

        plan.Traffic.Ledger.Should().BeNull();
        plan.Closing.Select(step => step.Number).Should().Equal("C1", "C2");
    }

    [Test]
    public void Key_with_any_value_gives_a_plan_or_findings_and_never_throws()
    {
        using var fixture = new ScenarioFixture();
        string[] keys = ["requests", "request", "body", "content-type", "ledger", "list", "ids", "next", "lost", "doubled", "unacknowledged-present", "mixed", "new", "of", "for"];

        foreach (var value in WrittenValue.In(Scenario).Where(value => keys.Contains(value.Key)))
        {
            foreach (var input in Inputs)
            {
                var result = fixture.LoadWith(ScenarioFixture.ScenarioFile, value.With(input));

                (result.Plan is null).Should().Be(
                    result.Findings.Any(finding => finding.Severity == Severity.Error), "'{0}' says '{1}'", value.Key, input);
            }
        }
    }
}
