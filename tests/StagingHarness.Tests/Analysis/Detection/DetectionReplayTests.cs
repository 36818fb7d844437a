using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Detection;
using StagingHarness.Analysis.Runs;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Detection;

public sealed class DetectionReplayTests
{
    [Test]
    public void Drained_request_of_a_journey_hides_no_other_of_it()
    {
        var calm = CalmRun.Record(IncidentPlans.Replay());
        var at = (int)calm.Events.OfType<DetectionRearmed>().First().At.TotalMilliseconds + 100;
        var lost = Enumerable.Range(0, 20).Select(number =>
            SampleSeries.One(at - 1, 100_000 + number, SampleAnswer.Nobody(Failure.ConnectionLost)) with { Route = 0 });
        var wrong = Enumerable.Range(0, 20).Select(number =>
            SampleSeries.One(at + 5, 100_000 + number, SampleAnswer.App(500, 1)) with { Route = 1 });
        var record = calm.WithSamples([.. calm.Samples.Concat(lost).Concat(wrong).OrderBy(sample => sample.Done)])
            .With(new RoutesChanged { At = TimeSpan.FromMilliseconds(at), Targets = [] });

        DetectionReplay.Of(RunAnalysis.Of(record), record.Start.Plan.Detection).Should().NotBeEmpty();
    }
}
