using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Gateway.Forwarding;

namespace StagingHarness.Tests.Gateway.Forwarding;

public sealed class SentOnceHandlerTests
{
    [TestCase("POST")]
    [TestCase("PATCH")]
    public async Task Request_that_must_not_be_repeated_is_given_an_empty_body(string method)
    {
        var content = await ForwardAsync(new HttpRequestMessage(HttpMethod.Parse(method), "http://server/"));

        content.Should().NotBeNull();
        content!.Headers.ContentLength.Should().Be(0);
    }

    [TestCase("GET")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Request_that_may_be_repeated_is_left_as_it_is(string method) =>
        (await ForwardAsync(new HttpRequestMessage(HttpMethod.Parse(method), "http://server/"))).Should().BeNull();

    [Test]
    public async Task Body_stays_the_same()
    {
        var body = new StringContent("an order");

        (await ForwardAsync(new HttpRequestMessage(HttpMethod.Post, "http://server/") { Content = body })).Should().BeSameAs(body);
    }

    private static async Task<HttpContent?> ForwardAsync(HttpRequestMessage request)
    {
        using var last = new Last();
        using var invoker = new HttpMessageInvoker(new SentOnceHandler(last));
        using var answer = await invoker.SendAsync(request, CancellationToken.None);
        return last.Content;
    }

    private sealed class Last : HttpMessageHandler
    {
        public HttpContent? Content { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Content = request.Content;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
