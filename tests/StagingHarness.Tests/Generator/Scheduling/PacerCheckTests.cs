using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Scheduling;
using StagingHarness.Protocols.Generator;

namespace StagingHarness.Tests.Generator.Scheduling;

public sealed class PacerCheckTests
{
    [Test]
    public void Check_tells_how_late_a_late_pacer_wakes_up()
    {
        var found = PacerCheck.Run(new LatePacer(50_000, 3_000_000), CancellationToken.None);

        found.Should().Be(new PacerLateness(PacerCheck.Waits, 50_000, 3_000_000));
    }

    [Test]
    public void Check_of_a_pacer_that_is_never_late_finds_nothing() =>
        PacerCheck.Run(new FakePacer(), CancellationToken.None).Should().Be(new PacerLateness(PacerCheck.Waits, 0, 0));
}
