using System.Collections.Immutable;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace StagingHarness.FunctionalTests.Recording;

/// <summary>A call of a third party, real, recorded or played.</summary>
internal sealed record PartyCall(string Method, string Target, string? Body = null, string Type = "application/json")
{
    public ImmutableArray<(string Name, string Value)> Headers { get; init; } = [];

    public async Task<PartyAnswer> SendAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(address.GetLeftPart(UriPartial.Authority) + Target));
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            request.Content = new StringContent(Body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Type);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var asked = $"{Target}\n{string.Join('\n', Headers.Select(Readable))}\n{Body}";
        return new PartyAnswer(this, asked, (int)response.StatusCode, response.Headers.ToString(), Encoding.Latin1.GetString(await ReadAsync(response, cancellationToken)));
    }

    private static string Readable((string Name, string Value) header) => header.Value.StartsWith("Basic ", StringComparison.Ordinal)
        ? Encoding.UTF8.GetString(Convert.FromBase64String(header.Value[6..]))
        : header.Value;

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }

        await using var zip = new GZipStream(await response.Content.ReadAsStreamAsync(cancellationToken), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        await zip.CopyToAsync(plain, cancellationToken);
        return plain.ToArray();
    }
}
