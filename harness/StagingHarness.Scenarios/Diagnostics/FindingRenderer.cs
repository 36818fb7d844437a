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
            $"{finding.File}:{finding.Line}:{finding.Column}: {severity} {finding.Code.Id}: {finding.Summary}");
        if (finding.Quote is not { } quote)
        {
            return finding.Hint is null ? head : $"{head}\n      {finding.Hint}";
        }

        // A tab is as wide as the terminal likes; a space keeps the caret under its token.
        var line = string.Create(CultureInfo.InvariantCulture, $"{finding.Line,5} | {quote.Replace('\t', ' ')}").TrimEnd();
        var caret = new string(' ', finding.Column - 1) + new string('^', finding.Length);
        return $"{head}\n{line}\n      | {caret} {finding.Hint}".TrimEnd();
    }

    /// <summary>All findings, each after a line end of the one before.</summary>
    public static string Render(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(Render));
}
