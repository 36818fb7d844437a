using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Tests.Scenarios.Fixtures;
using static StagingHarness.Tests.Scenarios.Fixtures.RecordedTraffic;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Which answers to what was recorded are right.</summary>
public sealed class RecordedAnswerTests
{
    [TestCase(200, null, ShownCredentials.Valid)]
    [TestCase(204, null, ShownCredentials.Valid)]
    [TestCase(304, null, ShownCredentials.Valid)]
    [TestCase(302, 302, ShownCredentials.Valid)]
    [TestCase(400, 400, ShownCredentials.Valid)]
    [TestCase(401, 401, ShownCredentials.None)]
    [TestCase(403, 403, ShownCredentials.Valid)]
    [TestCase(404, 404, ShownCredentials.Valid)]
    public void Right_is_what_was_recorded(int recorded, int? wanted, ShownCredentials shown)
    {
        foreach (var recording in (string[])[
            Log(Line("13:55:36", "GET /first"), Line("13:55:36", "GET /a", $"{recorded}")),
            Har(Entry("36.000", "GET", "http://shop/first", 200), Entry("36.500", "GET", "http://shop/a", recorded))])
        {
            var request = Traffic("{ file: recorded }", recording).Requests[1];

            request.Path.Should().Be("/a");
            request.Credentials.Should().Be(shown);
            request.Answer.Should().BeEquivalentTo(wanted is { } status ? new AnswerPlan { Status = [status] } : null);
        }
    }

    [TestCase("500", 500)]
    [TestCase("502", 502)]
    [TestCase("499", 499)]
    [TestCase("408", 408)]
    [TestCase("429", 429)]
    [TestCase("0", 0)]
    [TestCase("-", null)]
    public void Answer_that_does_not_say_what_is_right_is_left_out_and_told(string logged, int? answered)
    {
        foreach (var recording in (string[])[
            Log(Line("13:55:36", "GET /first"), Line("13:55:36", "GET /a", logged)),
            Har(Entry("36.000", "GET", "http://shop/first", 200), Entry("36.500", "GET", "http://shop/a", answered))])
        {
            using var fixture = new ScenarioFixture();
            var result = Load(fixture, "{ file: recorded }", recording);

            result.Plan!.Traffic.Requests.Should().Equal(new RequestPlan(0, "GET", "/first"));
            result.Findings.Where(finding => finding.Code.Id == "SH0293").Should().ContainSingle()
                .Which.Should().BeEquivalentTo(new { Severity = Severity.Warning, File = "scenarios/recorded", Line = recording.StartsWith('{') ? 3 : 2 });
            Load(fixture, "{ file: recorded, answers: 2xx }", recording, "{ file: recorded }").Plan!.Traffic.Requests
                .Should().Equal(new RequestPlan(0, "GET", "/first"), new RequestPlan(1, "GET", "/a"));
        }
    }

    [Test]
    public void Any_2xx_and_nothing_else_is_right_where_the_author_says_so()
    {
        var traffic = Traffic("{ file: recorded, answers: 2xx }", Log(Line("13:55:36", "GET /a", "404"), Line("13:55:36", "GET /a", "401"), Line("13:55:36", "GET /b", "500")));

        traffic.Requests.Should().Equal(new RequestPlan(0, "GET", "/a"), new RequestPlan(1, "GET", "/b"));
        traffic.Recorded!.Value.Should().Equal(0, 0, 1);
    }

    [Test]
    public void Request_that_was_answered_in_several_ways_may_be_answered_in_any_of_them_and_is_refused_apart()
    {
        var traffic = Traffic("{ file: recorded }", Log(
            Line("13:55:36", "GET /a", "304"), Line("13:55:36", "GET /a", "404"), Line("13:55:36", "GET /a", "401"), Line("13:55:36", "GET /a", "206")));

        traffic.Recorded!.Value.Should().Equal(0, 0, 1, 0);
        traffic.Requests[0].Answer.Should().BeEquivalentTo(new AnswerPlan { Status = [200, 206, 404] });
        traffic.Requests[1].Should().BeEquivalentTo(new { Credentials = ShownCredentials.None, Answer = new AnswerPlan { Status = [401] } });
    }

    [Test]
    public void Plan_says_what_of_a_recording_is_not_as_other_traffic()
    {
        using var fixture = new ScenarioFixture();

        var plan = Load(fixture, "{ file: recorded }", Log(
            Line("13:55:36", "GET /a"),
            Line("13:55:36", "GET /a", "404"),
            Line("13:55:36", "GET /b", "302"),
            Line("13:55:36", "GET /c", "401"),
            Line("13:55:36", "GET /d", "500"),
            Whole("13:55:36", "-", "400"))).Plan!;

        plan.Steps.Select(step => step.Sentence).Should().ContainSingle(sentence => sentence.StartsWith("Start the traffic", StringComparison.Ordinal)).Which.Should().Contain(
            "as recorded (3 kinds of requests; 1 to be refused, without credentials; 2 with right answers that are no 2xx, 1 of them with several; 2 entries left out)");
    }

    [Test]
    public void Recording_of_failures_alone_is_told_with_the_number_and_the_way_out()
    {
        using var fixture = new ScenarioFixture();

        var findings = Load(fixture, "{ file: recorded }", Log(Line("13:55:36", "GET /a", "503"), Line("13:55:36", "GET /b", "503"))).Findings;

        findings.Should().ContainSingle(finding => finding.Code.Id == "SH0291").Which.Should().BeEquivalentTo(new
        {
            Summary = "recording 'scenarios/recorded' has no request whose answer says what is right.",
            Hint = "write 'answers: 2xx' to replay all of them, or record a stretch in which the service answered",
        });
        findings.Should().ContainSingle(finding => finding.Code.Id == "SH0293").Which.Summary.Should().Be(
            "2 of 2 entries of the recording are answered in a way that does not say what is right (503), and are left out of the replay; this is the first.");
    }

    [TestCase("{ status: 404, right: true }", false)]
    [TestCase("{ status: 403, right: true }", true)]
    [TestCase("{ status: 404, right: false }", true)]
    [TestCase("{ status: 206, right: true }", true)]
    public void Recorded_refusal_is_right_to_an_expectation_too(string answers, bool contradicts)
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "answers: { status: 500, by: app }", $"answers: {answers}");

        var findings = FindingRenderer.Render(Load(fixture, "{ file: recorded }", Log(Line("13:55:36", "GET /a"), Line("13:55:36", "GET /a", "404"))).Findings);

        findings.Contains("no answer is like this", StringComparison.Ordinal).Should().Be(contradicts);
    }

    [Test]
    public void Recording_that_cannot_be_read_says_nothing_against_what_is_expected_of_it()
    {
        using var fixture = new ScenarioFixture();
        fixture.Replace(ScenarioFixture.ScenarioFile, "answers: { status: 500, by: app }", "answers: { status: 404, right: true }");

        var findings = Load(fixture, "{ file: recorded }", "no log\n").Findings;

        findings.Select(finding => finding.Code.Id).Should().Equal("SH0291");
    }
}
