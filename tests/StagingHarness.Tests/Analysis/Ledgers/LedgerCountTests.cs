using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Ledgers;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Plans;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Ledgers;

public sealed class LedgerCountTests
{
    private static readonly ScenarioPlan Plan = IncidentPlans.Replay().WithWrites("C3") with { Seed = 7 };

    // Even positions write.
    private static readonly ImmutableArray<Sample> Samples =
    [
        SampleSeries.One(10, 0, SampleAnswer.App(201, 1)),
        SampleSeries.One(20, 1, SampleAnswer.App(200, 1)),
        SampleSeries.One(30, 2, SampleAnswer.App(201, 2)),
        SampleSeries.One(40, 4, SampleAnswer.Nobody(Failure.TimedOut)),
        SampleSeries.One(50, 6, SampleAnswer.App(500, 1)),
        SampleSeries.One(60, 8, SampleAnswer.App(201, 1)),
    ];

    [Test]
    public void Every_write_that_is_there_once_is_neither_lost_nor_doubled()
    {
        var count = LedgerCount.Of(Plan, Samples, ["7-8", "7-0", "7-2"]);

        (count.Sent, count.Acknowledged, count.UnacknowledgedPresent, count.UnacknowledgedAbsent).Should().Be((5, 3, 0, 2));
        count.Lost.Should().BeEmpty();
        count.Doubled.Should().BeEmpty();
    }

    [Test]
    public void Acknowledged_and_absent_is_lost_and_twice_is_doubled()
    {
        var count = LedgerCount.Of(Plan, Samples, ["7-2", "7-0", "7-2", "7-2"]);

        count.Lost.Should().Equal(new LedgerEntry("7-8", Samples[5]));
        count.Doubled.Should().Equal(new LedgerEntry("7-2", Samples[2]));
    }

    [Test]
    public void Present_without_having_been_acknowledged_is_counted_and_no_fault()
    {
        var count = LedgerCount.Of(Plan, Samples, ["7-0", "7-2", "7-8", "7-4", "7-6", "7-6"]);

        (count.UnacknowledgedPresent, count.UnacknowledgedAbsent).Should().Be((2, 0));
        count.Lost.Should().BeEmpty();
        count.Doubled.Should().BeEmpty("a client that was told of a failure may try again");
    }

    // What is read back, by the numbers of the orders; 4 and 6 were not acknowledged.
    [TestCase(3, 0, 2, "")]
    [TestCase(0, 0, 2, "0 2 8")]
    [TestCase(0, 1, 1, "0 2 2 8 4")]
    [TestCase(1, 1, 0, "0 0 2 4 6 6")]
    [TestCase(3, 0, 0, "4 4 6 w1 100")]
    [TestCase(2, 1, 1, "8 8 8 4 1")]
    public void Every_order_that_was_sent_is_counted_once(int lost, int doubled, int absent, string read)
    {
        var count = LedgerCount.Of(Plan, Samples, [.. read.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => $"7-{number}")]);

        count.Sent.Should().Be(count.Acknowledged + count.UnacknowledgedPresent + count.UnacknowledgedAbsent).And.Be(5);
        (count.Acknowledged, count.Lost.Length, count.Doubled.Length, count.UnacknowledgedPresent, count.UnacknowledgedAbsent)
            .Should().Be((3, lost, doubled, 2 - absent, absent));
    }

    [Test]
    public void What_others_wrote_counts_for_nothing()
    {
        var count = LedgerCount.Of(Plan, Samples, ["7-0", "7-2", "7-8", "7-w1", "7-w2", "8-0", "7001", "7-1", "7-100"]);

        (count.WarmUp, count.Foreign).Should().Be((2, 4), "a request that reads carries no id, and neither does one that was never sent");
        count.Lost.Should().BeEmpty();
    }

    [Test]
    public void Write_is_acknowledged_by_its_status_and_not_by_what_else_was_asked()
    {
        var count = LedgerCount.Of(
            Plan,
            [
                SampleSeries.One(10, 0, SampleAnswer.App(201, 1)) with { Check = AnswerCheck.WrongContent },
                SampleSeries.One(20, 2, SampleAnswer.App(401, 1)) with { Check = AnswerCheck.AsWanted },
            ],
            []);

        count.Acknowledged.Should().Be(1);
        count.Lost.Select(lost => lost.Id).Should().Equal("7-0");
    }
}
