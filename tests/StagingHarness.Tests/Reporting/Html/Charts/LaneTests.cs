using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Columns;
using StagingHarness.Reporting.Html.Charts;
using StagingHarness.Reporting.Runs;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Html.Charts;

public sealed class LaneTests
{
    private static JudgedRun Run => RunReport.Of(Judge.Assess(ReportRuns.Failed)).Run!;

    [Test]
    public void One_wrong_answer_among_very_many_is_drawn()
    {
        var drawn = Draw(AvailabilityLane.Of, With(column => column with { Requests = 100_000, Right = 99_999 }));

        HeightOf(drawn, "wrong").Should().BeGreaterThanOrEqualTo(2);
    }

    [Test]
    public void Rare_error_beside_very_many_is_drawn()
    {
        var drawn = Draw(ErrorLane.Of, With(column => column with { Requests = 100_001, Right = 0, Wrong = Wrong((AnswerSignature.ServerError, 100_000), (AnswerSignature.TimedOut, 1)) }));

        var rare = $"s{(int)AnswerSignature.TimedOut}";
        Regex.Matches(drawn, $"<rect class=\"{rare}\"[^>]*height=\"([^\"]+)\"").Select(Number).Should().OnlyContain(height => height >= 2);
    }

    [Test]
    public void Key_of_many_errors_stays_within_the_chart()
    {
        var all = Enum.GetValues<AnswerSignature>().Select(signature => (signature, 1000)).ToArray();

        var drawn = Draw(ErrorLane.Of, With(column => column with { Requests = 1000 * all.Length, Right = 0, Wrong = Wrong(all) }));

        Regex.Matches(drawn, "<text class=\"small\" x=\"([^\"]+)\" y=\"[^\"]+\">([^<]*)")
            .Should().HaveCount(all.Length).And.OnlyContain(text => Number(text) + (text.Groups[2].Value.Length * 6.6) <= ChartAxis.Width);
    }

    [Test]
    public void Single_column_is_a_line_over_its_width()
    {
        var drawn = Draw(LatencyLane.Of, With(column => column));

        Regex.Match(drawn, "class=\"p50\" d=\"M([0-9.]+) ([0-9.]+)L([0-9.]+) ([0-9.]+)\"").Groups.Values.Select(group => group.Value).Skip(1).Distinct().Should().HaveCount(3);
    }

    private static JudgedRun With(Func<TrafficColumn, TrafficColumn> change) => Run with { Columns = Run.Columns with { All = [change(Run.Columns.All[3])] } };

    private static ImmutableSortedDictionary<AnswerSignature, int> Wrong(params (AnswerSignature Signature, int Count)[] wrong) =>
        wrong.ToImmutableSortedDictionary(one => one.Signature, one => one.Count);

    private static string Draw(Func<JudgedRun, ChartAxis, Lane> lane, JudgedRun run) => lane(run, ChartAxis.Of(run.Analysis)).Draw(0);

    private static double HeightOf(string drawn, string name) => Number(Regex.Match(drawn, $"<rect class=\"{name}\"[^>]*height=\"([^\"]+)\""));

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
}
