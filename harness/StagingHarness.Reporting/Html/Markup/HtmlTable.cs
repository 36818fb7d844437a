using System.Collections.Immutable;
using System.Text;

namespace StagingHarness.Reporting.Html.Markup;

/// <summary>A table that can be scrolled sideways where it is too wide. Cells are markup already.</summary>
internal sealed class HtmlTable(string name, params ImmutableArray<string> headers)
{
    private readonly StringBuilder rows = new();

    public bool IsEmpty { get; private set; } = true;

    public void Add(params ImmutableArray<string> cells) => AddWith("", cells);

    /// <param name="attributes">Of the row, with a blank before them.</param>
    /// <param name="cells">In the order of the headers.</param>
    public void AddWith(string attributes, ImmutableArray<string> cells)
    {
        IsEmpty = false;
        rows.Append($"<tr{attributes}>");
        foreach (var cell in cells)
        {
            rows.Append($"<td>{cell}</td>");
        }

        rows.Append("</tr>\n");
    }

    public string Print() =>
        $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{HtmlText.Escape(name)}\"><table>\n<thead><tr>"
        + $"{string.Concat(headers.Select(header => $"<th scope=\"col\">{HtmlText.Escape(header)}</th>"))}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n";
}
