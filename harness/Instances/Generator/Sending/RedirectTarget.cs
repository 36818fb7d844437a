using System.Net;

namespace StagingHarness.Generator.Sending;

/// <summary>Where a redirect leads, and with which method.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="KeepsRequest">The same request goes there; else a GET without a body.</param>
internal sealed record RedirectTarget(Uri Address, bool KeepsRequest)
{
    /// <summary>Null when the answer is no redirect that can be followed.</summary>
    public static RedirectTarget? Of(HttpResponseMessage response, HttpMethod method, Uri from)
    {
        if (response.Headers.Location is not { } location)
        {
            return null;
        }

        bool? keeps = response.StatusCode switch
        {
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found => method == HttpMethod.Get || method == HttpMethod.Head,
            HttpStatusCode.SeeOther => method == HttpMethod.Head,
            HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => true,
            _ => null,
        };
        return keeps is not null && Uri.TryCreate(from, location, out var address) && address.Scheme is "http" or "https" ? new RedirectTarget(address, keeps.Value) : null;
    }
}
