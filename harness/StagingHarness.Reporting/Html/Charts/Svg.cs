using StagingHarness.Reporting.Html.Markup;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>The few shapes that lanes are drawn with. Colours are classes of the page, so that they follow its scheme.</summary>
internal static class Svg
{
    /// <summary>Width of a letter of a label, on the wide side.</summary>
    private const double Letter = 6.8;

    public static string Rect(string kind, double left, double top, double right, double bottom, string? title = null)
    {
        var rect = $"<rect class=\"{kind}\" x=\"{N(left)}\" y=\"{N(top)}\" width=\"{N(Math.Max(0.5, right - left))}\" height=\"{N(bottom - top)}\"";
        return title is null ? $"{rect}/>" : $"{rect}><title>{HtmlText.Escape(title)}</title></rect>";
    }

    public static string Line(string kind, double left, double top, double right, double bottom) =>
        $"<line class=\"{kind}\" x1=\"{N(left)}\" y1=\"{N(top)}\" x2=\"{N(right)}\" y2=\"{N(bottom)}\"/>";

    public static string Text(string kind, double left, double baseline, string text) =>
        $"<text class=\"{kind}\" x=\"{N(left)}\" y=\"{N(baseline)}\">{HtmlText.Escape(text)}</text>";

    public static string Middle(string kind, double centre, double baseline, string text) =>
        $"<text class=\"{kind}\" text-anchor=\"middle\" x=\"{N(centre)}\" y=\"{N(baseline)}\">{HtmlText.Escape(text)}</text>";

    public static string Path(string kind, string path) => $"<path class=\"{kind}\" d=\"{path}\"/>";

    /// <summary>As much of a text as goes between two edges; empty where not even its beginning does.</summary>
    public static string Fitting(string text, double width)
    {
        var letters = (int)((width - 8) / Letter);
        return letters >= text.Length ? text : letters < 4 ? "" : HtmlText.Short(text, letters);
    }

    public static string N(double value) => HtmlText.Number(value);
}
