using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Detection;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Detection;

public sealed class DetectionWordsTests
{
    private static readonly TrafficPlan Traffic = IncidentPlans.Replay().Traffic;

    [Test]
    public void First_request_is_told_with_its_answer_and_who_gave_it()
    {
        var server = new ServerStamp("portal-2", "2.0", "1", "new");

        First(SampleAnswer.App(500, 6), server).Should().Be("GET /api/orders, app 500 by portal-2 (release 2.0 on platform 1 in configuration new)");
        First(SampleAnswer.Gateway(503), null).Should().Be("GET /api/orders, gateway 503");
        First(SampleAnswer.Nobody(Failure.TimedOut), null).Should().Be("GET /api/orders, nobody TimedOut");
    }

    [Test]
    public void Request_that_the_plan_does_not_have_is_told_as_unknown() =>
        DetectionWords.RequestOf(Fired(SampleAnswer.App(500, 6)) with { FirstWrong = SampleSeries.One(9_050, 705, SampleAnswer.App(500, 6)) with { Route = 2 } }, Traffic).Should().Be("?");

    [Test]
    public void Evidence_tells_share_servers_by_version_and_how_the_first_request_is_found()
    {
        var fired = Fired(SampleAnswer.App(500, 6)) with
        {
            Share = new Share(0.6),
            Servers = [new ServerStamp("portal-1", "2.0", "1"), new ServerStamp("portal-2", "1.0", "1"), new ServerStamp("portal-3", "2.0", "1")],
        };

        DetectionWords.Evidence(fired, 7).Should().Be(
            "60 % of the answers were wrong since the first wrong one, by portal-1 and portal-3 (release 2.0 on platform 1); portal-2 (release 1.0 on platform 1). "
            + "The first: request 7-705, due +9.05 s, answered after 2 ms.");
    }

    [Test]
    public void Evidence_without_servers_names_none_and_tells_what_was_not_counted() =>
        DetectionWords.Evidence(Fired(SampleAnswer.Nobody(Failure.TimedOut)) with { Drained = 2 }, 7).Should().Be(
            "100 % of the answers were wrong since the first wrong one. The first: request 7-705, due +9.05 s, given up after 2 ms. "
            + "2 failures of connections that were being drained not counted.");

    private static string First(SampleAnswer answer, ServerStamp? server) => DetectionWords.First(Fired(answer), Traffic, server);

    private static DetectionFired Fired(SampleAnswer answer) => new()
    {
        Seen = 508,
        Wrong = 3,
        Share = Share.All,
        FirstWrongDue = TimeSpan.FromMilliseconds(9_050),
        FirstWrong = SampleSeries.One(9_050, 705, answer),
        Servers = [],
        Statistic = 2.4e7,
        Threshold = 2e7,
    };
}
