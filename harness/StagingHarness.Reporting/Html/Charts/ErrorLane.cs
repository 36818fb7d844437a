using System.Text;
using StagingHarness.Analysis.Wording;
using StagingHarness.Reporting.Runs;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.Reporting.Html.Charts;

/// <summary>Wrong answers by their signature, stacked; each signature has a colour, a number in the key, and its count.</summary>
internal static class ErrorLane
{
    private const double Height = 50;
    private const double Key = 16;

    /// <summary>One wrong answer beside thousands is seen, too.</summary>
    private const double Least = 2;

    public static Lane Of(JudgedRun run, ChartAxis axis)
    {
        var totals = run.Columns.All
            .SelectMany(column => column.Wrong)
            .GroupBy(one => one.Key, one => (long)one.Value)
            .OrderBy(same => same.Key)
            .Select(same => (Signature: same.Key, Count: same.Sum()))
            .ToArray();
        return new Lane(
            "Errors", $"per {Figures.Seconds(run.Columns.Width)}", totals.Length == 0 ? 30 : Height + KeyHeight(totals) + 6, top => Draw(run, totals, axis, top + 2));
    }

    private static string Draw(JudgedRun run, (AnswerSignature Signature, long Count)[] totals, ChartAxis axis, double top)
    {
        if (totals.Length == 0)
        {
            return Svg.Text("small", ChartAxis.Left + 4, top + 14, "none");
        }

        var text = new StringBuilder();
        foreach (var (signature, words, left, row) in KeyOf(totals))
        {
            var above = top + (row * Key);
            text.Append(Svg.Rect(ClassOf(signature), left, above + 2, left + 10, above + 12)).Append(Svg.Text("small", left + 14, above + 12, words));
        }

        var height = KeyHeight(totals);
        var most = run.Columns.All.Max(column => column.Requests - column.Right);
        foreach (var column in run.Columns.All.Where(column => column.Right < column.Requests))
        {
            var bottom = top + height + Height;
            foreach (var (signature, count) in column.Wrong)
            {
                var above = bottom - Math.Max(Least, Height * count / most);
                text.Append(Svg.Rect(ClassOf(signature), axis.X(column.From) + 0.5, above, axis.X(column.Until) - 0.5, bottom, $"+{Figures.Seconds(column.From)}: {Words(signature)} \u00d7 {Figures.Count(count)}"));
                bottom = above;
            }
        }

        return text.Append(Svg.Text("scale", ChartAxis.Left - 14 - (Figures.Count(most).Length * 6), top + height + 9, Figures.Count(most))).ToString();
    }

    private static double KeyHeight((AnswerSignature Signature, long Count)[] totals) => Key * (KeyOf(totals).Last().Row + 1);

    /// <summary>In as many rows as it takes.</summary>
    private static IEnumerable<(AnswerSignature Signature, string Words, double Left, int Row)> KeyOf((AnswerSignature Signature, long Count)[] totals)
    {
        const double Start = ChartAxis.Left + 4;
        var (left, row) = (Start, 0);
        foreach (var (signature, count) in totals)
        {
            var words = $"{Words(signature)} \u00d7 {Figures.Count(count)}";
            var width = 34 + (words.Length * 6.6);
            if (left > Start && left + width > ChartAxis.Right)
            {
                (left, row) = (Start, row + 1);
            }

            yield return (signature, words, left, row);
            left += width;
        }
    }

    private static string ClassOf(AnswerSignature signature) => $"s{Svg.N((int)signature)}";

    private static string Words(AnswerSignature signature) => signature switch
    {
        AnswerSignature.ServerError => "server error (5xx)",
        AnswerSignature.Unauthorized => "unauthorized (401)",
        AnswerSignature.Forbidden => "forbidden (403)",
        AnswerSignature.Redirected => "redirected (3xx)",
        AnswerSignature.HeaderTooLarge => "header too large (431)",
        AnswerSignature.OtherError => "other status",
        AnswerSignature.ConnectionError => "no connection",
        AnswerSignature.TimedOut => "timed out",
        AnswerSignature.WrongContent => "wrong content",
        AnswerSignature.LetIn => "let in without credentials",
        AnswerSignature.RedirectLoop => "redirect loop",
    };
}
