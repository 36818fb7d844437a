using System.Net;

namespace StagingHarness.Tests.Execution.Control;

/// <summary>Answers every request in one way and remembers the last one.</summary>
internal sealed class FakeHttpHandler(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public string? LastBody { get; private set; }

    public Uri? LastAddress { get; private set; }

    public static FakeHttpHandler Answering(HttpStatusCode status, string body) =>
        new(_ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) }));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastAddress = request.RequestUri;
        LastBody = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return await answer(cancellationToken);
    }
}
