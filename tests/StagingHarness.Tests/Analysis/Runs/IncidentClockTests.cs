using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Runs;
using StagingHarness.Scenarios.Plans;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Analysis.Runs;

public sealed class IncidentClockTests
{
    private static readonly ClockPlan Plan = new() { Start = IncidentPlans.At(13, 53), Minute = TimeSpan.FromSeconds(1) };

    [TestCase(2.0, "13:53:00")]
    [TestCase(4.0, "13:55:00")]
    [TestCase(4.5, "13:55:30")]
    [TestCase(4.0001, "13:55:00")]
    [TestCase(1.9, "--:--:--")]
    public void Clock_starts_at_its_origin(double seconds, string text) =>
        new IncidentClock(Plan, TimeSpan.FromSeconds(2)).Show(TimeSpan.FromSeconds(seconds)).Should().Be(text);

    [Test]
    public void Clock_without_origin_shows_dashes() => new IncidentClock(Plan, null).Show(TimeSpan.FromHours(1)).Should().Be("--:--:--");

    [Test]
    public void Clock_goes_past_midnight()
    {
        var late = Plan with { Start = IncidentPlans.At(23, 59) };

        new IncidentClock(late, TimeSpan.Zero).Show(TimeSpan.FromSeconds(2)).Should().Be("00:01:00");
    }
}
