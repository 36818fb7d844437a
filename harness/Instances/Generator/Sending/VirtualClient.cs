using System.Text;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Generator.Sending;

/// <summary>Who makes a journey: its id, its cookies, what it has captured on the way and the form before it.</summary>
internal sealed class VirtualClient(string id)
{
    private Dictionary<string, string>? _captured;
    private CookieJar? _cookies;

    /// <summary>The form that the client goes on with, of the page that it was shown last; null where none was looked for.</summary>
    public PageForm? Form { get; set; }

    public void Keep(string name, string value) => (_captured ??= new(StringComparer.Ordinal))[name] = value;

    public void TakeCookies(Uri address, IEnumerable<string> headers) => (_cookies ??= new CookieJar()).Take(address, headers);

    /// <summary>What the <c>Cookie</c> header says; empty when there is none to show.</summary>
    public string CookiesFor(Uri address) => _cookies?.For(address) ?? "";

    /// <summary>The text with values for its placeholders.</summary>
    public string Fill(string text) => Fill(text, static value => value);

    /// <summary>As above, for a path: what was captured may hold anything.</summary>
    public string FillPath(string text) => Fill(text, Uri.EscapeDataString);

    private string Fill(string text, Func<string, string> escape)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder(text).Replace(GeneratorRequest.IdPlaceholder, id);
        foreach (var (name, value) in _captured ?? [])
        {
            filled.Replace($"{GeneratorRequest.CapturedPrefix}{name}}}", escape(value));
        }

        return filled.ToString();
    }
}
