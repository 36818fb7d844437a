using System.Collections.Immutable;

namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>Collects findings, so that all of them are told in one pass.</summary>
internal sealed class FindingSink
{
    private readonly List<(Finding Finding, int Order)> _findings = [];

    public bool HasErrors => _findings.Exists(entry => entry.Finding.Severity == Severity.Error);

    public void Report(FindingCode code, SourceSpan span, string summary, string? hint) =>
        Add(code, span, summary, hint, span.Source.Line(span.Line) is { Length: > 0 } line ? line : null);

    /// <summary>As above, without the line that it stands in: it holds what nobody may see.</summary>
    public void ReportUnquoted(FindingCode code, SourceSpan span, string summary, string? hint) => Add(code, span, summary, hint, quote: null);

    /// <summary>All findings in the order of the text, each once.</summary>
    public ImmutableArray<Finding> ToFindings() =>
    [
        .. _findings
            .OrderBy(entry => entry.Order)
            .ThenBy(entry => entry.Finding.Line)
            .ThenBy(entry => entry.Finding.Column)
            .ThenBy(entry => entry.Finding.Code.Id, StringComparer.Ordinal)
            .Select(entry => entry.Finding)
            .Distinct(),
    ];

    private void Add(FindingCode code, SourceSpan span, string summary, string? hint, string? quote) =>
        _findings.Add((
            new Finding
            {
                Code = code,
                File = span.Source.Name,
                Line = span.Line,
                Column = span.Column,
                Length = span.Length,
                Summary = summary,
                Hint = hint,
                Quote = quote,
            },
            span.Source.Order));
}
