using System.Globalization;
using System.Text;

namespace StagingHarness.Reporting.Html.Markup;

/// <summary>Text inside a page: nothing that a log or a name holds becomes markup.</summary>
internal static class HtmlText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' => escaped.Append(letter),
                < ' ' or '\u007f' => escaped.Append('\ufffd'),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A coordinate: at most one digit behind the point.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Seconds since the epoch for attributes, to the millisecond.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a text that is longer than may be shown.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}\u2026";
}
