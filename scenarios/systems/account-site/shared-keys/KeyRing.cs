using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AccountSite;

/// <summary>Keys in a store that is asked by HTTP, as a blob of a cloud is.</summary>
internal sealed class KeyRing(Uri address) : IXmlRepository, IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using HttpResponseMessage answer = Send(new HttpRequestMessage(HttpMethod.Get, "/keys"));
        using Stream keys = answer.Content.ReadAsStream();
        return [.. XElement.Load(keys).Elements()];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using StringContent key = new(element.ToString(SaveOptions.DisableFormatting));
        Send(new HttpRequestMessage(HttpMethod.Post, "/keys") { Content = key }).Dispose();
    }

    public void Dispose() => _http.Dispose();

    private HttpResponseMessage Send(HttpRequestMessage request)
    {
        using (request)
        {
            return _http.Send(request).EnsureSuccessStatusCode();
        }
    }
}
