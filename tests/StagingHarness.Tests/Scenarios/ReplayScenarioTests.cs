using System.IO.Compression;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Tests.Scenarios.Fixtures;
using static StagingHarness.Tests.Scenarios.Fixtures.RecordedTraffic;

namespace StagingHarness.Tests.Scenarios;

/// <summary>Recordings, as servers and browsers write them, and what the plan makes of them: moments, requests, and what is left out.</summary>
public sealed class ReplayScenarioTests
{
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

    [Test]
    public void Recording_that_is_packed_with_gzip_is_an_error_that_says_how_to_unpack_it()
    {
        using var fixture = new ScenarioFixture();
        Load(fixture, "{ file: recorded }", Line("13:55:36", "GET /a")).Plan.Should().NotBeNull();
        File.WriteAllBytes(fixture.PathOf("scenarios/recorded"), Packed(Line("13:55:36", "GET /a")));

        var result = fixture.Load();

        result.Plan.Should().BeNull();
        var error = result.Findings.Should().ContainSingle(finding => finding.Severity == Severity.Error).Which;
        (error.Code.Id, error.Summary).Should().Be(("SH0001", "recording 'scenarios/recorded' is not text."));
        error.Hint.Should().Be("it is packed with gzip; unpack it, such as with 'gunzip --stdout', and name the file that comes of it");
    }

    [TestCase(new byte[] { 0xFF })]
    [TestCase(new byte[] { 0xFF, 0x00 })]
    [TestCase(new byte[] { 0x1F, 0x8C, 0x08, 0x00 })]
    [TestCase(new byte[] { (byte)'a', 0x00 })]
    public void Recording_that_is_no_text_and_not_packed_is_an_error_that_says_what_it_must_be(byte[] bytes)
    {
        using var fixture = new ScenarioFixture();
        Load(fixture, "{ file: recorded }", Line("13:55:36", "GET /a")).Plan.Should().NotBeNull();
        File.WriteAllBytes(fixture.PathOf("scenarios/recorded"), bytes);

        fixture.Load().Findings.Should().ContainSingle(finding => finding.Severity == Severity.Error)
            .Which.Hint.Should().Be("it must be an access log or a HAR file, saved as UTF-8");
    }

    // Five moments a quarter of a second apart, again after a second and a quarter; one minute of the incident takes a second.
    [TestCase("1 min", "1x", 5)]
    [TestCase("5 min", "1x", 21)]
    [TestCase("1 min", "2x", 9)]
    public void Rule_wants_no_more_answers_than_the_densest_stretch_of_the_recording_brings(string over, string speed, int most)
    {
        var log = Log([.. Enumerable.Repeat(Line("13:55:36", "GET /a"), 4), Line("13:55:37", "GET /b")]);
        Starved(most).Should().BeEmpty();
        Starved(most + 1).Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Severity = Severity.Error,
            Summary = $"rule 'errors' wants {most + 1} samples, and at most {most} answers come in {over} of this scenario's clock, so it could never fire.",
        });

        List<Finding> Starved(int samples)
        {
            using var fixture = new ScenarioFixture();
            fixture.Replace(ScenarioFixture.ScenarioFile, "baseline:", $"alerts:\n  errors: {{ wrong: {{ above: 5 %, over: {over} }}, samples: {samples} }}\nbaseline:");
            return [.. Load(fixture, $"{{ file: recorded, speed: {speed} }}", log).Findings.Where(finding => finding.Code.Id == "SH0221")];
        }
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
