using System.Net;

namespace StagingHarness.Generator.Sending;

/// <summary>The cookies of one client.</summary>
internal sealed class CookieJar
{
    public const string Header = "Set-Cookie";

    private readonly CookieContainer _cookies = new();

    /// <summary>The value that the last of the headers gives the cookie; null when none sets it.</summary>
    public static string? ValueOf(string name, IEnumerable<string> headers) => headers
        .Select(header => header.Split(';')[0].Trim())
        .LastOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    public void Take(Uri address, IEnumerable<string> headers)
    {
        foreach (var header in headers)
        {
            try
            {
                _cookies.SetCookies(address, header);
            }
            catch (CookieException)
            {
                // A cookie for somebody else, or none at all: a client passes it over as well.
            }
        }
    }

    /// <summary>What the <c>Cookie</c> header says; empty when there is none to show.</summary>
    public string For(Uri address) => _cookies.GetCookieHeader(address);
}
