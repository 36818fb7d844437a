using System.Collections.Immutable;
using System.Text;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Markdown;
using StagingHarness.Reporting.Runs;

namespace StagingHarness.Reporting.GitHub;

/// <summary>What is appended to <c>GITHUB_STEP_SUMMARY</c>. The service drops a summary of more than 1,024 KiB as a whole.</summary>
public static class JobSummary
{
    /// <summary>Bytes of UTF-8 that a summary stays below.</summary>
    public const int Limit = 900 * 1024;

    /// <summary>Markdown; whole sections are left out where it would be too long, the least needed first, and a note names them.</summary>
    public static string Print(RunReport report) => report.Run is { } run ? Fitted(run, Limit) : MarkdownReport.OfUnreadable(report);

    internal static string Fitted(JudgedRun run, int limit)
    {
        (string Name, string Text)[] sections =
        [
            ("not met", MarkdownParts.Unmet(run)),
            ("times", MarkdownParts.Times(run)),
            ("suspected cause", MarkdownParts.Cause(run)),
            ("timeline", MarkdownParts.Moments(run)),
            ("expectations", MarkdownParts.Expectations(run)),
            ("requirements", MarkdownParts.Requirements(run)),
            ("steps", MarkdownParts.Steps(run)),
        ];
        const int NoteBytes = 500;
        var text = new StringBuilder(Cut(MarkdownParts.Head(run), limit - NoteBytes));
        var used = Bytes(text.ToString());
        var left = ImmutableArray.CreateBuilder<string>();
        foreach (var (name, section) in sections.Where(section => section.Text.Length > 0))
        {
            var size = Bytes(section) + 1;
            if (used + size > limit - NoteBytes)
            {
                left.Add(name);
                continue;
            }

            text.Append('\n').Append(section);
            used += size;
        }

        return left.Count == 0
            ? text.ToString()
            : text.Append($"\nLeft out, so that the summary is shown at all: {Figures.Joined(left)}. They stand in the other reports of the run.\n").ToString();
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static string Cut(string text, int bytes) => Bytes(text) <= bytes ? text : text[..Math.Max(0, bytes / 4)] + "...\n";
}
