using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Detection;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.Tests.Analysis.Detection;

public sealed class DrainedConnectionsTests
{
    private static readonly ServerStamp Old = new("portal-1", "1.0", "1");
    private static readonly ServerStamp New = new("portal-1", "2.0", "1");

    [Test]
    public void Connection_that_breaks_after_its_server_was_taken_out_was_drained()
    {
        var drained = Drained();

        drained.Hold(Broken(due: 1_990, latency: 30)).Should().BeTrue();
        drained.Hold(Broken(due: 1_990, latency: 30, Failure.None, 502)).Should().BeTrue("the gateway tells of the same");
    }

    [Test]
    public void What_broke_before_or_was_due_after_was_not()
    {
        var drained = Drained();

        drained.Hold(Broken(due: 1_900, latency: 30)).Should().BeFalse("it broke while the server was still led to");
        drained.Hold(Broken(due: 2_001, latency: 30)).Should().BeFalse("it went to the new server");
    }

    [Test]
    public void Answers_of_the_app_are_never_drained()
    {
        var answer = Broken(due: 1_990, latency: 30, Failure.None, 500) with { Answerer = Answerer.App };

        Drained().Hold(answer).Should().BeFalse();
    }

    [Test]
    public void Servers_that_are_added_drain_nothing()
    {
        var drained = new DrainedConnections();
        drained.Note(new RoutesChanged { At = TimeSpan.FromSeconds(1), Targets = [Old] });
        drained.Note(new RoutesChanged { At = TimeSpan.FromSeconds(2), Targets = [Old, New] });

        drained.Hold(Broken(due: 1_990, latency: 30)).Should().BeFalse();
    }

    private static DrainedConnections Drained()
    {
        var drained = new DrainedConnections();
        drained.Note(new RoutesChanged { At = TimeSpan.FromSeconds(1), Targets = [Old] });
        drained.Note(new RoutesChanged { At = TimeSpan.FromSeconds(2), Targets = [New] });
        return drained;
    }

    private static Sample Broken(int due, int latency, Failure failure = Failure.ConnectionLost, ushort status = 0) => new()
    {
        DueNanoseconds = due * 1_000_000L,
        SendDelayMicroseconds = 0,
        LatencyMicroseconds = (uint)latency * 1_000,
        Status = status,
        Answerer = failure == Failure.None ? Answerer.Gateway : Answerer.Nobody,
        Failure = failure,
        Route = 0,
        Stamp = 0,
        Sequence = 0,
    };
}
