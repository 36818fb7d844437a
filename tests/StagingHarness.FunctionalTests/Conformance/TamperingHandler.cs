using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace StagingHarness.FunctionalTests.Conformance;

/// <summary>Stands between a client and a provider, and changes answers.</summary>
internal sealed class TamperingHandler(Func<string, Answer, Answer> tamper, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var came = await base.SendAsync(request, cancellationToken);
        var headers = came.Headers.Concat(came.Content.Headers).ToImmutableDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var answer = tamper(request.RequestUri!.AbsolutePath, new Answer((int)came.StatusCode, headers, await came.Content.ReadAsStringAsync(cancellationToken)));
        var goes = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer.Body)) };
        foreach (var (name, value) in answer.Headers.Where(header => header.Key is not ("Content-Length" or "Transfer-Encoding")))
        {
            if (!goes.Headers.TryAddWithoutValidation(name, value))
            {
                goes.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return goes;
    }
}
