using System.Net;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Tests.Execution.Control;

[TestFixture]
public sealed class ControlChannelTests
{
    private readonly FakeTimeProvider time = new();

    [TestCase(HttpStatusCode.Unauthorized, "", "The gateway did not obey: 'GET /readings' was answered 401: (empty). See its log.")]
    [TestCase(HttpStatusCode.InternalServerError, "why", "The gateway did not obey: 'GET /readings' was answered 500: 'why'. See its log.")]
    [TestCase(HttpStatusCode.OK, "null", "The gateway did not obey: 'GET /readings' was answered with null. See its log.")]
    [TestCase(HttpStatusCode.OK, "{}", "The gateway did not obey: 'GET /readings' was answered with something else than expected: *")]
    [TestCase(HttpStatusCode.OK, "<html>", "The gateway did not obey: 'GET /readings' was answered with something else than expected: *")]
    public async Task Answer_that_is_not_right_is_an_error_with_the_call_in_it(HttpStatusCode status, string body, string message)
    {
        var ask = () => AskAsync(FakeHttpHandler.Answering(status, body), CancellationToken.None);

        await ask.Should().ThrowAsync<ControlException>().WithMessage(message);
    }

    [Test]
    public async Task Long_answer_is_quoted_in_part()
    {
        var ask = () => AskAsync(FakeHttpHandler.Answering(HttpStatusCode.BadGateway, new string('x', 5000)), CancellationToken.None);

        (await ask.Should().ThrowAsync<ControlException>()).Which.Message.Should().EndWith(new string('x', 200) + "…'. See its log.").And.HaveLength(277);
    }

    [Test]
    public async Task Connection_that_fails_is_an_error_with_its_reason()
    {
        var ask = () => AskAsync(new FakeHttpHandler(_ => throw new HttpRequestException("Connection refused.")), CancellationToken.None);

        await ask.Should().ThrowAsync<ControlException>().WithMessage(
            "The gateway did not obey: 'GET /readings' got no answer: Connection refused. See whether it still runs.");
    }

    [Test]
    public async Task Silence_is_an_error_after_the_deadline()
    {
        var asked = AskAsync(new FakeHttpHandler(WaitForeverAsync), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(9.9));
        asked.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(0.2));

        var ask = () => asked;

        await ask.Should().ThrowAsync<ControlException>().WithMessage(
            "The gateway did not obey: 'GET /readings' got no answer within 10 s. See its log.");
    }

    [Test]
    public async Task Cancellation_stays_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        var asked = AskAsync(new FakeHttpHandler(WaitForeverAsync), cancelled.Token);
        await cancelled.CancelAsync();

        var ask = () => asked;

        await ask.Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<HttpResponseMessage> WaitForeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("A wait without end has ended.");
    }

    private async Task<StandInReadings> AskAsync(FakeHttpHandler handler, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/readings");
        return await new ControlChannel(http, time, "gateway").AskAsync(request, StandInJson.Default.StandInReadings, cancellationToken);
    }
}
