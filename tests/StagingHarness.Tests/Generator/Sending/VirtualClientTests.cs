using System.Net;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Tests.Generator.Sending;

/// <summary>What a client of a journey carries from one request to the next.</summary>
public sealed class VirtualClientTests
{
    private readonly VirtualClient _client = new("7-1");

    [Test]
    public void Captures_stand_for_their_values_and_are_escaped_in_paths()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.Add("X-Page", "2");
        response.Headers.Add("Set-Cookie", ["other=1; Path=/", "session=abc; HttpOnly"]);
        var taken = new Capturer(
        [
            new GeneratorCapture { Name = "id", Json = "/order/id" },
            new GeneratorCapture { Name = "page", Header = "X-Page" },
            new GeneratorCapture { Name = "session", Cookie = "session" },
            new GeneratorCapture { Name = "code", Pattern = "code=(\\w+)" },
        ]).Take(new Received(200, response.Headers, Encoding.UTF8.GetBytes("""{"order":{"id":"a b/c"},"link":"?code=x1"}""")), _client);

        taken.Should().BeTrue();
        _client.Fill("{request.id} {captured.id} {captured.page} {captured.session} {captured.code} {other}").Should().Be("7-1 a b/c 2 abc x1 {other}");
        _client.FillPath("/orders/{captured.id}").Should().Be("/orders/a%20b%2Fc");
    }

    [TestCase("/id", null, null, null)]
    [TestCase(null, "X-Other", null, null)]
    [TestCase(null, null, "session", null)]
    [TestCase(null, null, null, "(x)")]
    public void Capture_of_what_is_not_there_is_told(string? json, string? header, string? cookie, string? pattern)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);

        new Capturer([new GeneratorCapture { Name = "a", Json = json, Header = header, Cookie = cookie, Pattern = pattern }])
            .Take(new Received(200, response.Headers, Encoding.UTF8.GetBytes("no JSON")), _client).Should().BeFalse();
    }

    [Test]
    public void Capture_of_a_null_is_not_there() =>
        new Capturer([new GeneratorCapture { Name = "a", Json = "/id" }])
            .Take(new Received(200, null, Encoding.UTF8.GetBytes("""{"id":null}""")), _client).Should().BeFalse();

    [Test]
    public void Cookies_are_kept_and_shown_where_they_belong()
    {
        var portal = new Uri("http://gateway:8080/api/orders");
        _client.CookiesFor(portal).Should().BeEmpty();

        _client.TakeCookies(portal, ["session=abc; Path=/", "seen=1; Path=/other", "gone=1; Path=/; Max-Age=0", "foreign=1; Domain=elsewhere.example"]);

        _client.CookiesFor(portal).Should().Be("session=abc");
        _client.CookiesFor(new Uri("http://provider:8080/")).Should().BeEmpty();
        new VirtualClient("7-2").CookiesFor(portal).Should().BeEmpty();
    }

    [TestCase("Bearer head.body.0123456789abcdefghij", "Bearer head.body.0123jihgfedcba987654")]
    [TestCase("key", "yek")]
    [TestCase("aba", "abax")]
    public void Wrong_credentials_look_like_valid_ones(string valid, string wrong) =>
        WrongCredentials.Of(System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("X", valid))["X"].Should().Be(wrong);

    [TestCase(302, "POST", "/new", "http://gateway/new", false)]
    [TestCase(301, "GET", "new", "http://gateway/old/new", true)]
    [TestCase(303, "PUT", "/new", "http://gateway/new", false)]
    [TestCase(307, "POST", "http://provider/sign-in", "http://provider/sign-in", true)]
    [TestCase(304, "GET", "/new", null, false)]
    [TestCase(200, "GET", "/new", null, false)]
    [TestCase(302, "GET", "mailto:a@b", null, false)]
    [TestCase(302, "GET", null, null, false)]
    [TestCase(302, "GET", "//[", null, false)]
    [TestCase(302, "GET", "//a:b:c/", null, false)]
    public void Redirect_leads_where_its_location_says(int status, string method, string? location, string? to, bool keeps)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);

        var target = RedirectTarget.Of(response, HttpMethod.Parse(method), new Uri("http://gateway/old/page"));

        target.Should().Be(to is null ? null : new RedirectTarget(new Uri(to), keeps));
    }
}
