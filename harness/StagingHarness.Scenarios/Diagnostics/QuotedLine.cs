namespace StagingHarness.Scenarios.Diagnostics;

/// <summary>A line of a file as a finding shows it: the part around what is meant, and carets under that.</summary>
internal sealed record QuotedLine(string Text, string Caret)
{
    private const int Widest = 160;
    private const int Before = 60;

    /// <param name="line">As it stands in the file.</param>
    /// <param name="column">Where what is meant begins, from 1.</param>
    /// <param name="length">How long it is.</param>
    public static QuotedLine Of(string line, int column, int length)
    {
        var start = Math.Min(column - 1, line.Length);
        var end = Math.Min(start + length, line.Length);
        var (from, to) = line.Length <= Widest
            ? (0, line.Length)
            : (Math.Max(0, start - Before), Math.Min(line.Length, Math.Max(0, start - Before) + Widest));
        var lead = (from > 0 ? "..." : "") + Printable.Escape(line[from..start]);
        var meant = Printable.Escape(line[start..Math.Min(end, to)]);
        var rest = Printable.Escape(line[Math.Min(end, to)..to]) + (to < line.Length ? "..." : "");
        return new QuotedLine(lead + meant + rest, new string(' ', lead.Length) + new string('^', Math.Max(1, meant.Length)));
    }
}
