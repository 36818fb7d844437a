using System.Globalization;

namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>Findings as text for people: the place, what is wrong, the line with a caret under the token, and the way out.</summary>
public static class FindingRenderer
{
    /// <summary>One finding, one to three lines, without a line end after the last.</summary>
    public static string Render(Finding finding)
    {
        var severity = finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
        };
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{Printable.Of(finding.File)}:{finding.Line}:{finding.Column}: {severity} {finding.Code.Id}: {Printable.Of(finding.Summary)}");
        var hint = Printable.Of(finding.Hint ?? "");
        if (finding.Quote is not { } quote)
        {
            return finding.Hint is null ? head : $"{head}\n      {hint}";
        }

        var shown = QuotedLine.Of(quote, finding.Column, finding.Length);
        var line = string.Create(CultureInfo.InvariantCulture, $"{finding.Line,5} | {shown.Text}").TrimEnd();
        return $"{head}\n{line}\n      | {shown.Caret} {hint}".TrimEnd();
    }

    /// <summary>All findings, each after a line end of the one before.</summary>
    public static string Render(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(Render));
}
