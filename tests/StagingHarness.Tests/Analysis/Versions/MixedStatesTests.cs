using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.Analysis.Versions;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Versions;

public sealed class MixedStatesTests
{
    [Test]
    public void Upgrade_one_by_one_passes_through_every_state() =>
        MixedStates.Of(RunAnalysis.Of(RollingRun.Record())).Should().Equal(
            State(0, 7, 700), State(1, 1, 100), State(2, 2, 200), State(3, 1, 100), State(4, 12.6, 1250));

    [Test]
    public void State_that_comes_twice_is_added_up_and_the_way_back_counts_too()
    {
        var record = RollingRun.Record([(9_000, 2), (10_000, 4), (12_000, 2), (13_000, 0)]);

        MixedStates.Of(RunAnalysis.Of(record)).Should().Equal(State(0, 19.6, 1950), State(2, 2, 200), State(4, 2, 200));
    }

    [Test]
    public void Time_without_any_server_is_no_state()
    {
        var record = RollingRun.Record([(9_000, -1), (10_000, 4)]);

        MixedStates.Of(RunAnalysis.Of(record)).Should().Equal(State(0, 7, 700), State(4, 15.6, 1550));
    }

    [Test]
    public void Wrong_answers_are_counted_where_they_were_due()
    {
        var record = RollingRun.Record().Answering((due, _) => due is >= 10_500 and < 10_600 ? SampleAnswer.App(500, 1) : null);

        MixedStates.Of(RunAnalysis.Of(record)).Single(state => state.New == 2).Wrong.Should().Be(10);
    }

    [Test]
    public void Request_on_its_way_at_the_change_counts_where_its_server_took_traffic()
    {
        var rolling = RollingRun.Record().With(new StampSeen { At = TimeSpan.FromSeconds(9), Step = null, Stamp = 99, Server = new ServerStamp("portal-1", "2.0", "2") });
        var record = rolling with
        {
            Samples =
            [
                .. rolling.Samples.Select(sample => sample.Due == TimeSpan.FromMilliseconds(8_990)
                    ? sample with { Status = 500, Stamp = 99, LatencyMicroseconds = 20_000 }
                    : sample),
            ],
        };

        var states = MixedStates.Of(RunAnalysis.Of(record));

        states.Single(state => state.New == 0).Should().Be(State(0, 7, 699));
        states.Single(state => state.New == 1).Should().Be(State(1, 1, 101) with { Wrong = 1 }, "a server on the new version answered it");
    }

    [Test]
    public void Version_that_joins_after_a_whole_upgrade_is_the_new_one()
    {
        var again = RollingRun.Record([(9_000, 4)]).With(new RoutesChanged
        {
            At = TimeSpan.FromSeconds(20),
            Step = "6",
            Targets = [.. Enumerable.Range(1, 4).Select(server => new ServerStamp($"portal-{server}", server == 1 ? "3.0" : "2.0", "2"))],
        });

        MixedStates.Of(RunAnalysis.Of(again)).Should().Equal(State(0, 7, 700), State(1, 5.6, 550), State(4, 11, 1100));
    }

    [Test]
    public void Run_without_traffic_has_no_state() =>
        MixedStates.Of(RunAnalysis.Of(RollingRun.Record().Without(happened => happened is TrafficStarted))).Should().BeEmpty();

    private static MixedState State(int fresh, double seconds, long requests) => new(fresh, 4, TimeSpan.FromSeconds(seconds), requests, 0);
}
