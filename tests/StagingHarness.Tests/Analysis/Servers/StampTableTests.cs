using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Servers;
using StagingHarness.History.Events;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.Analysis.Servers;

public sealed class StampTableTests
{
    [Test]
    public void Number_means_the_server_that_the_journal_said_first()
    {
        var table = StampTable.Of([Seen(3, "portal-1"), Seen(3, "portal-2"), Seen(5, "portal-3")]);

        table.ServerOf(Stamped(3))!.Instance.Should().Be("portal-1");
        table.VersionOf(Stamped(5))!.Release.Should().Be("1.0");
        table.End.Should().Be(6);
    }

    [TestCase(0)]
    [TestCase(4)]
    [TestCase(6)]
    [TestCase(65_535)]
    public void Number_that_the_journal_does_not_know_means_nobody(int stamp)
    {
        var table = StampTable.Of([Seen(3, "portal-1"), Seen(5, "portal-3")]);

        table.ServerOf(Stamped(stamp)).Should().BeNull();
        table.VersionOf(Stamped(stamp)).Should().BeNull();
    }

    [TestCase(-1)]
    [TestCase(65_536)]
    [TestCase(int.MaxValue)]
    public void Number_that_no_sample_can_have_means_nobody(int stamp)
    {
        var table = StampTable.Of([Seen(stamp, "portal-1")]);

        table.ServerOf(stamp).Should().BeNull();
        table.End.Should().Be(0);
    }

    [Test]
    public void Without_stamps_there_is_nobody() => StampTable.Of([]).ServerOf(Stamped(1)).Should().BeNull();

    private static StampSeen Seen(int stamp, string instance) => new() { Stamp = stamp, Server = new ServerStamp(instance, "1.0", "1") };

    private static Sample Stamped(int stamp) => SampleSeries.One(0, 0, SampleAnswer.App(200, 1)) with { Stamp = (ushort)stamp };
}
