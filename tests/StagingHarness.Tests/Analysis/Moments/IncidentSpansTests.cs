using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Moments;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Moments;

public sealed class IncidentSpansTests
{
    [Test]
    public void Each_time_is_counted_between_what_its_formula_names()
    {
        var spans = IncidentSpans.Of(RunAnalysis.Of(ReportRuns.Failed)).ToDictionary(span => span.Name);

        spans["detect"].Took.Should().Be(TimeSpan.FromMilliseconds(IncidentRun.Detected - IncidentRun.HandedOver));
        spans["detect"].Formula.Should().Be("first wrong answer due -> detection-fired");
        spans["page"].Took.Should().Be(TimeSpan.Zero);
        spans["acknowledge"].Took.Should().Be(TimeSpan.FromMilliseconds(14_085 - IncidentRun.Detected));
        spans["recover"].Took.Should().Be(TimeSpan.FromMilliseconds(IncidentRun.Returned - IncidentRun.HandedOver));
        spans["mitigate"].Took.Should().Be(TimeSpan.FromMilliseconds(IncidentRun.Returned - 14_085));
    }

    [Test]
    public void What_did_not_happen_has_no_time() =>
        IncidentSpans.Of(RunAnalysis.Of(ReportRuns.Passed)).Should().HaveCount(5).And.OnlyContain(span => span.Took == null);

    [Test]
    public void Page_by_a_rule_is_counted_from_that_rule()
    {
        var paged = ReportRuns.Failed.Change<PageSent>(page => page with { Rule = "errors", At = page.At + TimeSpan.FromSeconds(1) });
        var record = paged with { Events = [.. paged.Events.SelectMany(happened => happened is PageSent page ? [Fires(page, "half"), Fires(page, "errors"), page] : new[] { happened })] };

        var spans = IncidentSpans.Of(RunAnalysis.Of(record)).ToDictionary(span => span.Name);

        (spans["page"].Formula, spans["page"].Took).Should().Be(("alert 'errors' firing -> page-sent", TimeSpan.FromMilliseconds(400)));
        spans["detect"].Until.Should().Be("alert 'errors' firing");
        RunMoments.Of(RunAnalysis.Of(record)).Select(moment => moment.Words).Should().Contain("alert: rule 'half' fires, 9 of 10").And.Contain("alert: rule 'errors' fires, 9 of 10");
    }

    [Test]
    public void End_before_its_beginning_is_told_as_such()
    {
        var record = ReportRuns.Failed.Change<PageSent>(page => page with { At = TimeSpan.FromSeconds(0.5) });

        var span = IncidentSpans.Of(RunAnalysis.Of(record)).Single(span => span.Name == "page");

        (span.Took, span.EndCameBefore, span.WhyNone).Should().Be((null, true, "'page-sent' came before 'detection-fired'"));
        IncidentSpans.Of(RunAnalysis.Of(ReportRuns.Passed)).Should().OnlyContain(one => one.WhyNone == "did not happen");
    }

    [Test]
    public void Moments_are_numbered_in_the_order_of_time()
    {
        var moments = RunMoments.Of(RunAnalysis.Of(ReportRuns.Failed));

        moments.Select(moment => moment.Number).Should().Equal(Enumerable.Range(1, moments.Length));
        moments.Should().BeInAscendingOrder(moment => moment.At);
        moments.Select(moment => moment.Kind).Should().ContainInOrder(MomentKind.FirstWrong, MomentKind.Alert, MomentKind.Acknowledged, MomentKind.RollbackStarted, MomentKind.Recovered);
    }

    private static AlertChanged Fires(PageSent page, string rule) => new()
    {
        At = page.At - TimeSpan.FromMilliseconds(400),
        Sequence = page.Sequence - 1,
        Step = page.Step,
        Rule = rule,
        From = AlertState.Quiet,
        To = AlertState.Firing,
        Evaluated = page.At - TimeSpan.FromMilliseconds(500),
        Reading = "9 of 10",
        Samples = 10,
        Needed = 5,
    };
}
