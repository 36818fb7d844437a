using System.Security.Cryptography;
using System.Text;

namespace StagingHarness.Reporting.Html.Markup;

/// <summary>
/// What is around every page. The policy allows nothing but the page's own style and script, each by its hash: a page asks nobody for
/// anything, and runs nothing that came with a log.
/// </summary>
internal static class HtmlFrame
{
    private static readonly string Style = Read("page.css");

    private static readonly string Script = Read("page.js");

    /// <param name="title">In the browser's tab.</param>
    /// <param name="body">Markup.</param>
    /// <param name="withPictures">Pictures that the page itself carries may be shown.</param>
    /// <param name="refreshSeconds">After so many a browser asks for the page again; null for one that stays.</param>
    public static string Print(string title, string body, bool withPictures = false, int? refreshSeconds = null) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; {(withPictures ? "img-src data:; " : "")}style-src 'sha256-{Hash(Style)}'; script-src 'sha256-{Hash(Script)}'; base-uri 'none'; form-action 'none'">
        {(refreshSeconds is { } seconds ? $"<meta http-equiv=\"refresh\" content=\"{seconds}\">\n" : "")}<meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{HtmlText.Escape(title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <a class="skip" href="#main">To the report</a>
        <main id="main">
        {body}</main>
        <script>{Script}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using var stream = typeof(HtmlFrame).Assembly.GetManifestResourceStream($"StagingHarness.Reporting.Html.Markup.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
