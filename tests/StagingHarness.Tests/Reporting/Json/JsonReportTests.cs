using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Events;
using StagingHarness.History.Runs;
using StagingHarness.Protocols.Generator;
using StagingHarness.Reporting.Json;
using StagingHarness.Reporting.Runs;
using StagingHarness.TestKit.Records;
using StagingHarness.Verdicts;

namespace StagingHarness.Tests.Reporting.Json;

public sealed class JsonReportTests
{
    [Test]
    public void First_request_that_nobody_answered_has_no_server()
    {
        var record = ReportRuns.Failed.Change<DetectionFired>(fired => fired with { FirstWrong = SampleSeries.One(9_050, 705, SampleAnswer.Gateway(503)) });

        var first = Print(record).GetProperty("detections")[0].GetProperty("firstWrong");

        first.GetProperty("answer").GetString().Should().Be("gateway 503");
        first.GetProperty("server").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public void Run_that_nothing_was_detected_in_has_no_detections() => Print(ReportRuns.Passed).GetProperty("detections").GetArrayLength().Should().Be(0);

    [Test]
    public void Run_without_traffic_has_no_generator() => Print(ReportRuns.TwoSeconds).GetProperty("generator").ValueKind.Should().Be(JsonValueKind.Null);

    [Test]
    public void What_is_not_known_of_the_generator_is_null()
    {
        var record = (ReportRuns.Failed with { Samples = [] }).Without(happened => happened is TrafficEnded).Change<TrafficStarted>(started => started with { SelfCheck = null });

        var generator = Print(record).GetProperty("generator");

        foreach (var name in new[] { "scheduled", "answered", "unanswered", "dropped", "sentLate", "selfCheck" })
        {
            generator.GetProperty(name).ValueKind.Should().Be(JsonValueKind.Null, name);
        }
    }

    [Test]
    public void Coarse_timers_are_told() => Print(ReportRuns.Failed.Change<TrafficStarted>(started => started with { SelfCheck = new PacerLateness(200, 1_500_000, 3_000_000) }))
        .GetProperty("generator").GetProperty("selfCheck").GetRawText().Should().MatchRegex("\"medianSeconds\": 0.0015,\\s+\"worstSeconds\": 0.003,\\s+\"isCoarse\": true");

    private static JsonElement Print(RunRecord record) => JsonDocument.Parse(JsonReport.Print(RunReport.Of(Judge.Assess(record)))).RootElement;
}
