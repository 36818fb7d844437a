using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Generator.Scheduling;

namespace StagingHarness.Tests.Generator.Scheduling;

public sealed class ScheduleTests
{
    [Test]
    public void Schedule_of_a_million_moments_at_an_odd_rate_does_not_drift()
    {
        var schedule = new Schedule(123_456_789, 333.3);
        for (var sequence = 0L; sequence <= 1_000_000; sequence++)
        {
            var exact = 123_456_789 + (long)Math.Round(sequence * 1_000_000_000m / 333.3m);
            if (Math.Abs(schedule.DueOf(sequence) - exact) > 1)
            {
                Assert.Fail($"Moment {sequence} is {schedule.DueOf(sequence)} ns; it must be {exact} ns.");
            }
        }
    }

    [TestCase(333.3)]
    [TestCase(1)]
    [TestCase(0.1)]
    [TestCase(20_000)]
    [TestCase(1_000_000)]
    public void Schedule_counts_a_moment_from_its_nanosecond_on(double rate)
    {
        var schedule = new Schedule(1_000, rate);
        for (var sequence = 0L; sequence < 10_000; sequence++)
        {
            var due = schedule.DueOf(sequence);
            if (schedule.CountDueBy(due - 1) != sequence || schedule.CountDueBy(due) != sequence + 1)
            {
                Assert.Fail($"Around {due} ns {schedule.CountDueBy(due - 1)} and {schedule.CountDueBy(due)} are due, not "
                    + $"{sequence} and {sequence + 1}.");
            }
        }
    }

    [Test]
    public void Schedule_before_its_first_moment_has_nothing_due()
    {
        new Schedule(1_000, 100).CountDueBy(999).Should().Be(0);
        new Schedule(1_000, 100).CountDueBy(long.MinValue).Should().Be(0);
    }
}
