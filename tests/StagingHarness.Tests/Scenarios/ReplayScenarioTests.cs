using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Generator;
using StagingHarness.Scenarios;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Tests.Scenarios.Fixtures;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Recordings, as servers and browsers write them, and what the plan makes of them.</summary>
public sealed class ReplayScenarioTests
{
    private const string Written = "  rate: 100/s\n  requests: [GET /api/account, GET /api/orders]\n";

    [Test]
    public void Access_log_is_replayed_in_the_order_of_its_seconds_and_evenly_over_each()
    {
        var traffic = Traffic("{ file: recorded }", Log(
            Line("13:55:37", "GET /c"),
            Line("13:55:36", "GET /a"),
            Line("13:55:36", "GET /b?page=2"),
            Line("13:55:36", "GET /a"),
            Line("13:55:36", "HEAD /a"),
            Line("13:55:39", "GET /a")));

        traffic.Requests.Should().Equal(
            new RequestPlan(0, "GET", "/a"), new RequestPlan(1, "GET", "/b?page=2"), new RequestPlan(2, "HEAD", "/a"), new RequestPlan(3, "GET", "/c"));
        traffic.Recorded!.Value.Should().Equal(0, 1, 0, 2, 3, 0);
        traffic.Arrivals!.Recording!.Microseconds.Should().Equal(0, 250_000, 500_000, 750_000, 1_000_000, 3_000_000);
        traffic.Arrivals.Recording.PeriodMicroseconds.Should().Be(3_600_000, "it begins again as long after its end as requests are apart on average");
        traffic.RatePerSecond.Should().BeApproximately(6 / 3.6, 1e-9);
    }

    [TestCase("2x", 125_000)]
    [TestCase("0.5x", 500_000)]
    public void Speed_divides_moments_and_period(string speed, long apart)
    {
        var traffic = Traffic(
            $"{{ file: recorded, speed: {speed} }}",
            Log(Line("13:55:36", "GET /a"), Line("13:55:36", "GET /b"), Line("13:55:36", "GET /c"), Line("13:55:36", "GET /d")));

        traffic.Arrivals!.Recording!.Microseconds.Should().Equal(0, apart, 2 * apart, 3 * apart);
        traffic.Arrivals.Recording.PeriodMicroseconds.Should().Be(4 * apart);
    }

    [Test]
    public void Methods_that_are_not_named_are_left_out_and_leave_their_moments_free()
    {
        var traffic = Traffic("{ file: recorded, only: [GET] }", Log(
            Line("13:55:36", "GET /a"), Line("13:55:36", "POST /a"), Line("13:55:36", "PROPFIND /a"), Line("13:55:36", "GET /b")));

        traffic.Requests.Select(request => request.ToString()).Should().Equal("GET /a", "GET /b");
        traffic.Arrivals!.Recording!.Microseconds.Should().Equal(0, 750_000);
    }

    [Test]
    public void Har_file_is_replayed_with_bodies_and_to_the_millisecond()
    {
        var traffic = Traffic("{ file: recorded }", Har(
            Entry("37.250", "GET", "https://shop.example/orders?page=2#top", 200),
            Entry("36.000", "GET", "https://shop.example/", 200),
            Entry("36.500", "POST", "https://SHOP.example:443/orders", 201, """, "postData": { "mimeType": "application/x-www-form-urlencoded", "text": "item=Fender" }"""),
            Entry("36.750", "PUT", "https://shop.example/orders/7", 200, """, "postData": { "mimeType": "", "text": "{\"quantity\":2}" }"""),
            Entry("37.000", "POST", "https://shop.example/sign-out", 204, """, "bodySize": 0""")));

        traffic.Requests.Should().Equal(
            new RequestPlan(0, "GET", "/"),
            new RequestPlan(1, "POST", "/orders") { Body = "item=Fender", ContentType = "application/x-www-form-urlencoded" },
            new RequestPlan(2, "PUT", "/orders/7") { Body = "{\"quantity\":2}", ContentType = "application/json" },
            new RequestPlan(3, "POST", "/sign-out"),
            new RequestPlan(4, "GET", "/orders?page=2"));
        traffic.Recorded!.Value.Should().Equal(0, 1, 2, 3, 4);
        traffic.Arrivals!.Recording!.Microseconds.Should().Equal(0, 500_000, 750_000, 1_000_000, 1_250_000);
    }

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
    public void Redirect_to_the_same_path_by_tls_is_left_out_and_told()
    {
        using var fixture = new ScenarioFixture();

        var result = Load(fixture, "{ file: recorded }", Har(
            Entry("36.000", "GET", "http://shop.example/", 301, redirect: "https://shop.example/"),
            Entry("36.100", "GET", "https://shop.example/", 200),
            Entry("36.200", "GET", "https://shop.example/old", 301, redirect: "https://shop.example/new")));

        result.Plan!.Traffic.Requests.Select(request => (request.Path, request.Answer?.Status[0])).Should().Equal(("/", null), ("/old", 301));
        result.Findings.Where(finding => finding.Code.Id == "SH0293").Should().ContainSingle()
            .Which.Summary.Should().Be("this is redirected to the same path by TLS, and is left out of the replay.");
    }

    [TestCase("/cgi-bin/../../etc/passwd", false)]
    [TestCase("/cgi-bin/.%2e/bin/sh", false)]
    [TestCase("/a/.", false)]
    [TestCase("/a/..?b", false)]
    [TestCase("/a..b/.well-known/c.", true)]
    [TestCase("/a?b=/../c", true)]
    public void Path_that_clients_would_shorten_is_left_out_and_told(string path, bool isSent)
    {
        using var fixture = new ScenarioFixture();

        var result = Load(fixture, "{ file: recorded }", Log(Line("13:55:36", "GET /first"), Line("13:55:36", $"GET {path}", "400"), Line("13:55:36", "GET /last", "404")));

        result.Plan!.Traffic.Requests.Select(request => request.Path).Should().Equal(isSent ? ["/first", path, "/last"] : ["/first", "/last"]);
        result.Findings.Count(finding => finding.Code.Id == "SH0293").Should().Be(isSent ? 0 : 1);
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
    [TestCase("{ status: 404, right: false }", false)]
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

    [Test]
    public void Hosts_of_others_get_nothing_and_what_they_were_sent_needs_no_body()
    {
        var recording = Har(
            Entry("36.000", "GET", "https://shop.example/", 200),
            Entry("36.100", "GET", "https://cdn.example/shop.js", 200),
            Entry("36.200", "POST", "https://stats.example/seen", 204),
            Entry("36.300", "GET", "https://api.shop.example:8443/account", 200));

        var traffic = Traffic("{ file: recorded, hosts: [Shop.example, \"api.shop.example:8443\"] }", recording);
        using var fixture = new ScenarioFixture();
        var undecided = Load(fixture, "{ file: recorded }", recording);

        traffic.Requests.Select(request => request.Path).Should().Equal("/", "/account");
        undecided.Plan.Should().BeNull();
        undecided.Findings.Should().ContainSingle(finding => finding.Code.Id == "SH0291").Which.Summary.Should().Be(
            "recording 'recorded' holds requests to 4 hosts: shop.example (1), cdn.example (1), stats.example (1), api.shop.example:8443 (1).");
    }

    [TestCase("-")]
    [TestCase("")]
    [TestCase("\\x16\\x03\\x01\\x02")]
    [TestCase("\\x16\\x03 \\x00\\x01 \\x02")]
    [TestCase("OPTIONS * HTTP/1.0")]
    [TestCase("CONNECT shop.example:443 HTTP/1.1")]
    [TestCase("GET http://elsewhere.example/ HTTP/1.1")]
    [TestCase("GET /a path HTTP/1.1")]
    public void Line_that_is_no_request_for_a_path_is_left_out_and_told(string line)
    {
        foreach (var replay in (string[])["{ file: recorded }", "{ file: recorded, only: [GET] }"])
        {
            using var fixture = new ScenarioFixture();
            var result = Load(fixture, replay, Log(Line("13:55:36", "GET /a"), Whole("13:55:36", line, "400"), Line("13:55:37", "GET /b")));

            result.Plan!.Traffic.Requests.Select(request => request.Path).Should().Equal("/a", "/b");
            result.Findings.Where(finding => finding.Code.Id == "SH0293").Should().ContainSingle()
                .Which.Should().BeEquivalentTo(new { Severity = Severity.Warning, Line = 2, Summary = "this is no request for a path on a server, or none that is recorded as it was sent, and is left out of the replay." });
        }
    }

    [Test]
    public void Entry_that_is_no_http_is_left_out_and_told()
    {
        using var fixture = new ScenarioFixture();

        var result = Load(fixture, "{ file: recorded }", Har(
            Entry("36.000", "GET", "https://shop.example/", 200),
            Entry("36.100", "GET", "data:image/gif;base64,R0lGODlh", 200),
            Entry("36.200", "GET", "wss://shop.example/prices", 101)));

        result.Plan!.Traffic.Requests.Select(request => request.Path).Should().Equal("/");
        result.Findings.Where(finding => finding.Code.Id == "SH0293").Select(finding => (finding.Line, finding.Summary)).Should().Equal(
            (3, "2 of 3 entries of the recording are no request for a path on a server, or none that is recorded as it was sent, and are left out of the replay; this is the first."));
    }

    [TestCase("{ file: recorded }")]
    [TestCase("{ file: recorded, only: [GET] }")]
    public void File_that_is_no_access_log_is_an_error(string replay)
    {
        using var fixture = new ScenarioFixture();

        var result = Load(fixture, replay, Line("13:55:36", "GET /a") + "\nsystem: shop\n");

        result.Plan.Should().BeNull();
        result.Findings.Should().ContainSingle(finding => finding.Severity == Severity.Error).Which.Should().BeEquivalentTo(new { Code = new { Id = "SH0291" }, Line = 2 });
    }

    private static TrafficPlan Traffic(string replay, string recording)
    {
        using var fixture = new ScenarioFixture();
        var result = Load(fixture, replay, recording);

        // Of so little traffic, expectations cannot have their samples.
        FindingRenderer.Render([.. result.Findings.Where(finding => finding.Code.Id != "SH0215")]).Should().BeEmpty();
        return result.Plan!.Traffic;
    }

    private static LoadResult Load(ScenarioFixture fixture, string replay, string recording, string? instead = null)
    {
        fixture.Write("scenarios/recorded", recording);
        fixture.Replace(ScenarioFixture.ScenarioFile, instead is null ? Written : $"  replay: {instead}\n", $"  replay: {replay}\n");
        return fixture.Load();
    }

    private static string Log(params ImmutableArray<string> lines) => string.Concat(lines.Select(line => $"{line}\n"));

    private static string Line(string at, string request, string status = "200") => Whole(at, $"{request} HTTP/1.1", status);

    private static string Whole(string at, string request, string status) =>
        $"203.0.113.7 - alice [13/May/2023:{at} +0000] \"{request}\" {status} 512 \"-\" \"Mozilla/5.0 (X11; \\\"Linux\\\")\"";

    /// <summary>An entry a line, from the second on.</summary>
    private static string Har(params ImmutableArray<string> entries) => $"{{ \"log\": {{ \"version\": \"1.2\", \"entries\": [\n{string.Join(",\n", entries)}\n] }} }}\n";

    private static string Entry(string second, string method, string url, int? status, string more = "", string redirect = "") =>
        $"{{ \"startedDateTime\": \"2023-05-13T13:55:{second}Z\", \"request\": {{ \"method\": \"{method}\", \"url\": \"{url}\"{more} }}, "
        + $"\"response\": {{ {(status is { } answered ? $"\"status\": {answered}, " : "")}\"redirectURL\": \"{redirect}\" }} }}";
}
