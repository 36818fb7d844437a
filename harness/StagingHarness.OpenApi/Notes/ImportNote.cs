using System.Globalization;
using StagingHarness.Scenarios.Diagnostics;

namespace StagingHarness.OpenApi.Notes;

/// <summary>What is to know of a document that is imported: where, what, and what to do.</summary>
/// <param name="Severity">With an error, nothing is written.</param>
/// <param name="File">As it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Summary">A sentence with its full stop.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record ImportNote(Severity Severity, string File, int Line, int Column, string Summary, string Hint)
{
    /// <summary>Two lines, as findings are written.</summary>
    public override string ToString()
    {
        var severity = Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Plain(File)}:{Line}:{Column}: {severity}: {Plain(Summary)}\n      {Plain(Hint)}");
    }

    /// <summary>Names of a document are quoted, and some move cursors.</summary>
    private static string Plain(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
}
