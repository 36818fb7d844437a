using System.Collections.Immutable;
using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Sending;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Tests.Generator.Sending;

public sealed class RequestTemplateTests
{
    private static readonly Uri Target = new("http://gateway:8080/");

    [Test]
    public async Task Body_and_path_carry_the_id_wherever_it_stands()
    {
        var template = new RequestTemplate(
            new GeneratorRequest
            {
                Route = 1,
                Method = "PUT",
                Path = "/orders/{request.id}?again={request.id}",
                Body = "{\"id\":\"{request.id}\",\"of\":\"{request.id}\"}",
                ContentType = "application/json; charset=utf-8",
            },
            Target);

        using var request = template.Create(new VirtualClient("7-42"));

        template.NeedsId.Should().BeTrue();
        request.Method.Should().Be(HttpMethod.Put);
        request.RequestUri.Should().Be(new Uri("http://gateway:8080/orders/7-42?again=7-42"));
        (await request.Content!.ReadAsStringAsync()).Should().Be("{\"id\":\"7-42\",\"of\":\"7-42\"}");
        request.Content.Headers.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
    }

    [Test]
    public async Task Request_without_a_body_has_an_empty_one_so_that_it_is_never_repeated()
    {
        var template = new RequestTemplate(new GeneratorRequest { Route = 0, Method = "GET", Path = "/orders" }, Target);

        using var request = template.Create(new VirtualClient(""));

        template.NeedsId.Should().BeFalse();
        request.Content.Should().BeOfType<SentOnceContent>();
        (await request.Content!.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [TestCase("//elsewhere/orders")]
    [TestCase("//elsewhere/orders?id={request.id}")]
    public void Path_with_two_slashes_leads_to_no_other_host(string path)
    {
        var template = new RequestTemplate(new GeneratorRequest { Route = 0, Method = "GET", Path = path }, Target);

        using var request = template.Create(new VirtualClient("7-42"));

        request.RequestUri!.AbsoluteUri.Should().Be("http://gateway:8080" + path.Replace("{request.id}", "7-42", StringComparison.Ordinal));
    }

    [TestCase(302, false)]
    [TestCase(301, true)]
    public void Redirect_that_is_asked_for_is_not_followed(int status, bool isFollowed)
    {
        var template = new RequestTemplate(
            new GeneratorRequest { Route = 0, Method = "GET", Path = "/", Answer = new GeneratorAnswer { Status = [302] } }, Target);
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Location = new Uri("/new", UriKind.Relative);

        (template.RedirectOf(response, HttpMethod.Get, Target) is not null).Should().Be(isFollowed);
    }

    [Test]
    public void Redirect_behind_one_that_has_become_a_get_stays_one()
    {
        var template = new RequestTemplate(new GeneratorRequest { Route = 0, Method = "POST", Path = "/" }, Target);
        using var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.Location = new Uri("/new", UriKind.Relative);

        template.RedirectOf(response, HttpMethod.Post, Target)!.KeepsRequest.Should().BeFalse();
        template.RedirectOf(response, HttpMethod.Get, Target)!.KeepsRequest.Should().BeFalse("the request was a POST before the first one");
    }

    [Test]
    public async Task Form_of_the_page_before_is_sent_as_the_page_says_with_what_was_filled_in()
    {
        var template = Form(("username", "{request.id}"), ("password", "a b&c"));
        var client = new VirtualClient("7-1");
        var page = new Uri("http://provider:8080/authorize");

        template.TakeForm("<form action=/login method=post><input name=ticket value='x=1&amp;y'><input name=username><input name=password></form>", page, client)
            .Should().BeTrue();
        using var request = template.Create(client);

        template.NeedsId.Should().BeTrue();
        request.Method.Should().Be(HttpMethod.Post);
        request.RequestUri.Should().Be(new Uri("http://provider:8080/login"));
        request.Content!.Headers.ContentType!.MediaType.Should().Be("application/x-www-form-urlencoded");
        (await request.Content.ReadAsStringAsync()).Should().Be("ticket=x%3D1%26y&username=7-1&password=a+b%26c");
    }

    [TestCase("<form action=/other method=post><input name=username></form>", TestName = "{m}(another path)")]
    [TestCase("<form action=/login><input name=username></form>", TestName = "{m}(another method)")]
    [TestCase("<form action=/login method=post><input name=user></form>", TestName = "{m}(another field)")]
    [TestCase("no form", TestName = "{m}(no form)")]
    public void Page_without_the_form_is_told(string page) =>
        Form(("username", "alice")).TakeForm(page, Target, new VirtualClient("")).Should().BeFalse();

    [Test]
    public void Redirect_that_becomes_a_get_keeps_the_headers_of_the_request()
    {
        var template = new RequestTemplate(
            new GeneratorRequest
            {
                Route = 0,
                Method = "POST",
                Path = "/",
                Headers = ImmutableSortedDictionary<string, string>.Empty.Add("X-Session", "{request.id}"),
            },
            Target);

        using var request = template.CreateAt(new RedirectTarget(new Uri(Target, "/new"), KeepsRequest: false), new VirtualClient("7-1"));

        request.Method.Should().Be(HttpMethod.Get);
        request.Headers.GetValues("X-Session").Should().Equal("7-1");
    }

    private static RequestTemplate Form(params (string Name, string Value)[] fields) => new(
        new GeneratorRequest
        {
            Route = 0,
            Method = "POST",
            Path = "/login",
            Form = fields.ToImmutableSortedDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal),
        },
        Target);
}
