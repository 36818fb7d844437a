using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Ordering;

public sealed class OrderedSamplesTests
{
    [Test]
    public void Order_is_that_of_the_due_times_then_of_the_schedule_then_of_the_journey()
    {
        var ordered = OrderedSamples.ByDue([At(20, 4, 1), At(10, 2, 0), At(20, 4, 0), At(20, 3, 5), At(5, 9, 0)]);

        Told(ordered).Should().Equal("5 9 0", "10 2 0", "20 3 5", "20 4 0", "20 4 1");
        ordered[^1].Route.Should().Be(1);
    }

    [Test]
    public void Measured_order_is_left_as_it_is()
    {
        ImmutableArray<Sample> measured = [At(20, 4, 1), At(10, 2, 0)];

        OrderedSamples.ByDue(measured).Count.Should().Be(2);

        Told(measured).Should().Equal("20 4 1", "10 2 0");
    }

    [TestCase(10, 30, "10 1 0, 20 2 0")]
    [TestCase(11, 30, "20 2 0")]
    [TestCase(0, 31, "10 1 0, 20 2 0, 30 3 0")]
    [TestCase(31, 100, "")]
    [TestCase(0, 10, "")]
    [TestCase(30, 10, "")]
    public void Between_two_moments_are_those_from_the_first_on_and_before_the_second(int from, int until, string expected)
    {
        var range = OrderedSamples.ByDue([At(30, 3, 0), At(10, 1, 0), At(20, 2, 0)]).Between(TimeSpan.FromMilliseconds(from), TimeSpan.FromMilliseconds(until));

        string.Join(", ", Told(range)).Should().Be(expected);
        range.Count.Should().Be(Told(range).Length);
    }

    [Test]
    public void Another_moment_makes_another_order_and_is_what_it_is_searched_by()
    {
        var byDue = OrderedSamples.ByDue([At(10, 1, 0), At(20, 2, 0), At(30, 3, 0), At(40, 4, 0)]);

        var ordered = byDue.By(sample => sample.Sequence == 2 ? TimeSpan.FromMilliseconds(40) : sample.Due);

        Told(ordered).Should().Equal("10 1 0", "30 3 0", "20 2 0", "40 4 0");
        Told(ordered.Between(TimeSpan.FromMilliseconds(40), TimeSpan.MaxValue)).Should().Equal("20 2 0", "40 4 0");
        Told(byDue).Should().Equal("10 1 0", "20 2 0", "30 3 0", "40 4 0");
    }

    [Test]
    public void Another_moment_keeps_the_order_of_those_that_have_the_same_one()
    {
        var byDue = OrderedSamples.ByDue([At(40, 4, 0), At(20, 2, 0), At(30, 3, 0), At(10, 1, 0)]);

        var ordered = byDue.By(sample => sample.Sequence < 4 ? TimeSpan.FromMilliseconds(50) : TimeSpan.Zero);

        Told(ordered).Should().Equal("40 4 0", "10 1 0", "20 2 0", "30 3 0");
        Told(ordered.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(51))).Should().Equal("10 1 0", "20 2 0", "30 3 0");
        Told(ordered.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(50))).Should().Equal("40 4 0");
    }

    [Test]
    public void No_samples_have_an_order_too()
    {
        var none = OrderedSamples.ByDue([]).By(sample => sample.Done);

        none.IsEmpty.Should().BeTrue();
        none.Between(TimeSpan.MinValue, TimeSpan.MaxValue).Should().BeEmpty();
    }

    [Test]
    public void Walking_gives_the_same_by_loop_by_index_and_by_copies()
    {
        var ordered = OrderedSamples.ByDue([At(30, 3, 0), At(10, 1, 0), At(20, 2, 0)]);
        var walked = new List<Sample>();
        foreach (ref readonly var sample in ordered)
        {
            walked.Add(sample);
        }

        walked.Should().Equal(Enumerable.Range(0, ordered.Count).Select(index => ordered[index])).And.Equal(ordered.Select(sample => sample));
    }

    private static Sample At(int due, int sequence, ushort route) => SampleSeries.One(due, sequence, SampleAnswer.App(200, 1)) with { Route = route };

    private static string[] Told(IEnumerable<Sample> samples) =>
        [.. samples.Select(sample => $"{sample.Due.TotalMilliseconds} {sample.Sequence} {sample.Route}")];
}
