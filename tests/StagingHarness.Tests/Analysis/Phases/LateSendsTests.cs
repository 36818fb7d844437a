using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Phases;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Phases;

/// <summary>Traffic of a hundred requests per second from 1 s to 5 s, all of it right in time, and some of it late.</summary>
public sealed class LateSendsTests
{
    private const int End = 5_000;

    private static readonly SampleAnswer Right = SampleAnswer.App(200, 1);
    private static readonly SampleAnswer Wrong = SampleAnswer.Gateway(503);

    [TestCase(3_000, TestName = "What_left_in_the_next_phase_counts_there")]
    [TestCase(3_500, TestName = "What_left_between_two_phases_counts_for_neither")]
    public void Moved(int next)
    {
        var late = Of([Phase("warm", 1_000, 3_000), Phase("cold", next, End)], due => due == 2_990 ? (Wrong, 200) : (Right, 0));

        (late.Moved, late.TooMany, late.MomentOf(SampleAt(2_990, Wrong, 200))).Should().Be((1, 0, TimeSpan.FromMilliseconds(3_190)));
        late.MomentOf(SampleAt(2_980, Right, 0)).Should().Be(TimeSpan.FromMilliseconds(2_980));
    }

    [Test]
    public void What_left_in_a_phase_in_which_it_was_due_too_counts_for_that_one()
    {
        var outage = Phase("outage", 1_500, 4_000);

        var late = Of([Phase("warm", 1_000, 3_000), outage], due => due == 2_990 ? (Wrong, 200) : (Right, 0));

        outage.Contains(late.MomentOf(SampleAt(2_990, Wrong, 200))).Should().BeTrue();
    }

    [Test]
    public void What_was_answered_as_its_phase_answers_stays() =>
        Of([Phase("warm", 1_000, 3_000), Phase("cold", 3_000, End)], due => due == 2_990 ? (Right, 200) : (Right, 0)).Moved.Should().Be(0);

    [Test]
    public void What_left_when_the_traffic_was_over_stays() =>
        Of([Phase("warm", 1_000, End)], due => due == End - 10 ? (Wrong, 200) : (Right, 0)).Moved.Should().Be(0);

    [TestCase(3, 0)]
    [TestCase(8, 8)]
    public void Short_stretch_may_not_be_missed_as_a_whole(int requests, int tooMany) =>
        Of([Phase("upgrade", 2_900, 3_000), Phase("upgraded", 3_000, End)], due => due >= 3_000 - (10 * requests) && due < 3_000 ? (Wrong, 200) : (Right, 0))
            .TooMany.Should().Be(tooMany);

    private static LateSends Of(ImmutableArray<Phase> phases, Func<int, (SampleAnswer Answer, int Late)> sent) => LateSends.Of(
        new PhaseTimeline { Phases = phases, TrafficFrom = TimeSpan.FromSeconds(1), TrafficUntil = TimeSpan.FromMilliseconds(End) },
        OrderedSamples.ByDue([.. Enumerable.Range(100, (End / 10) - 100).Select(tenth => SampleAt(10 * tenth, sent(10 * tenth).Answer, sent(10 * tenth).Late))]),
        SystemPlans.Traffic());

    private static Sample SampleAt(int due, SampleAnswer answer, int late) => SampleSeries.One(due, due / 10, answer) with
    {
        SendDelayMicroseconds = (uint)late * 1_000,
        LatencyMicroseconds = ((uint)late * 1_000) + 2_000,
    };

    private static Phase Phase(string name, int from, int until) =>
        new(name, [new PhaseStretch(TimeSpan.FromMilliseconds(from), TimeSpan.FromMilliseconds(until), null)]);
}
