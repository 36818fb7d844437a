using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Ordering;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Outcomes;

public sealed class OutagesTests
{
    private static readonly TimeSpan End = TimeSpan.FromMilliseconds(10_000);

    [Test]
    public void Right_answers_make_no_outage()
    {
        var outages = Outages.Of(Answering(_ => true), End);

        outages.Longest.Should().BeNull();
        outages.Total.Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Outage_lasts_from_the_first_wrong_request_to_the_first_of_the_right_run()
    {
        var outage = Outages.Of(Answering(due => due is < 2_000 or >= 5_000), End).All.Should().ContainSingle().Subject;

        outage.From.Should().Be(TimeSpan.FromMilliseconds(2_000));
        outage.Until.Should().Be(TimeSpan.FromMilliseconds(5_000));
        outage.Ended.Should().BeTrue();
        outage.Outcomes.Total.Should().Be(300);
    }

    [Test]
    public void Outage_with_a_share_of_right_answers_is_one_outage()
    {
        var outage = Outages.Of(Answering(due => due is < 2_000 or >= 5_000 || due % 20 == 0), End).All.Should().ContainSingle().Subject;

        outage.Length.Should().Be(TimeSpan.FromMilliseconds(2_990));
        outage.Outcomes.Right.Should().Be(149);
    }

    [Test]
    public void Outages_apart_are_counted_apart()
    {
        var outages = Outages.Of(Answering(due => due is not ((>= 1_000 and < 1_500) or (>= 4_000 and < 6_000))), End);

        outages.All.Should().HaveCount(2);
        outages.Longest!.From.Should().Be(TimeSpan.FromMilliseconds(4_000));
        outages.Total.Should().Be(TimeSpan.FromMilliseconds(2_500));
    }

    [Test]
    public void Outage_to_the_end_of_the_traffic_is_not_over()
    {
        var outage = Outages.Of(Answering(due => due < 2_000), End).All.Should().ContainSingle().Subject;

        outage.Ended.Should().BeFalse();
        outage.Until.Should().Be(End);
    }

    private static OrderedSamples Answering(Func<int, bool> right) =>
        OrderedSamples.ByDue(SampleSeries.Every(10, 0, 10_000, (due, _) => SampleAnswer.App(right(due) ? (ushort)200 : (ushort)500, 1)));
}
