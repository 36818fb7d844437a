using System.Text;

namespace StagingHarness.Doctor;

/// <summary>The checks as people read them: one line each, what mends it below, and a count.</summary>
public static class DoctorText
{
    private const int StatusWidth = 9;
    private const int Gap = 2;

    /// <summary>Lines, without the end of the last one.</summary>
    public static string Print(DoctorReport report)
    {
        var titleWidth = report.Checks.Max(check => check.Title.Length) + Gap;
        var text = new StringBuilder();
        foreach (var check in report.Checks)
        {
            var lines = check.Evidence.ReplaceLineEndings("\n").Split('\n');
            text.Append(Word(check.Status).PadRight(StatusWidth)).Append(check.Title.PadRight(titleWidth)).Append(lines[0]).Append('\n');
            foreach (var line in lines.Skip(1))
            {
                text.Append(' ', StatusWidth + titleWidth).Append(line).Append('\n');
            }

            if (check.Fix is { } fix)
            {
                text.Append(' ', StatusWidth + titleWidth).Append("fix: ").Append(fix).Append('\n');
            }
        }

        return text.Append('\n').Append(Sum(report)).ToString();
    }

    internal static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Ok => "ok",
        CheckStatus.Warning => "warning",
        CheckStatus.Failed => "failed",
        CheckStatus.Skipped => "skipped",
    };

    private static string Sum(DoctorReport report)
    {
        var counts = $"{report.Count(CheckStatus.Ok)} ok, {Amount.Count(report.Count(CheckStatus.Warning), "warning", "warnings")}, "
            + $"{report.Count(CheckStatus.Failed)} failed, {report.Count(CheckStatus.Skipped)} skipped";
        return report.Count(CheckStatus.Failed) == 0 ? $"{counts}: scenarios can run here" : $"{counts}: no scenario can run here";
    }
}
