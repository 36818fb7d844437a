using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Scenarios.Plans.Expectations;
using StagingHarness.Scenarios.Units;
using StagingHarness.Timelines;

namespace StagingHarness.Tests.Timelines;

public sealed class TimelineReaderTests
{
    /// <summary>The table of the report of 13 May 2023, as it stands there.</summary>
    public const string Report = """
        Timeline (all time in GMT + 1)
        Time (GMT + 1)	Actions
        1:55 PM	Upgrades implementation begins
        2:00PM	Server Outage begins
        2:00PM	Pagers alerted on-call team
        2:05PM	On-call team acknowledgement
        2:06PM	Rollback initiation begins
        2:08PM	Successful rollback
        2:08PM	Server restart initiated
        2:10PM	100% of traffic back online
        """;

    private static readonly (int Hour, int Minute, Milestone What)[] Expected =
    [
        (13, 55, Milestone.UpgradeStarted),
        (14, 0, Milestone.OutageStarted),
        (14, 0, Milestone.Paged),
        (14, 5, Milestone.Acknowledged),
        (14, 6, Milestone.RollbackStarted),
        (14, 8, Milestone.RolledBack),
        (14, 8, Milestone.RestartStarted),
        (14, 10, Milestone.TrafficRestored),
    ];

    [Test]
    public void Table_of_the_report_is_understood() => Moments(TimelineReader.Read(Report)).Should().Equal(Expected);

    [Test]
    public void Markdown_and_comma_separated_tables_say_the_same()
    {
        var rows = Report.Split('\n')[1..].Select(line => line.Trim().Split('\t')).ToList();
        var markdown = string.Join('\n', rows.Select(row => $"| {row[0]} | {row[1]} | somebody |")).Insert(0, "# Incident\n\nWe are sorry.\n\n")
            .Replace("| Time (GMT + 1) | Actions | somebody |", "| Time (GMT + 1) | Actions | Who |\n|---|:--|---|", StringComparison.Ordinal);
        var csv = string.Join('\n', rows.Select(row => $"\"{row[0]}\",\"{row[1]}\",somebody"));

        foreach (var text in (string[])[markdown, csv, csv.Replace(',', ';')])
        {
            var timeline = TimelineReader.Read(text);
            Moments(timeline).Should().Equal(Expected);
            timeline.NotUnderstood.Should().BeEmpty();
        }
    }

    [TestCase("00:05", 0, 5)]
    [TestCase("2023-05-13 13:55:20 UTC", 13, 55)]
    [TestCase("12:10 AM", 0, 10)]
    [TestCase("12:10 p.m.", 12, 10)]
    [TestCase("9.30", 9, 30)]
    public void Time_is_read_as_people_write_it(string written, int hour, int minute) =>
        TimelineReader.Read($"{written}, deployment starts").Moments.Single().At.Should().Be(new IncidentTime((hour * 60) + minute));

    [Test]
    public void Night_goes_on_past_midnight() =>
        Moments(TimelineReader.Read("23:58, deployment starts\n00:03, outage\n00:09, acknowledged\n1:15 AM, service restored\n")).Should().Equal(
            (23, 58, Milestone.UpgradeStarted), (24, 3, Milestone.OutageStarted), (24, 9, Milestone.Acknowledged), (25, 15, Milestone.TrafficRestored));

    [Test]
    public void Row_that_is_not_understood_says_why()
    {
        var timeline = TimelineReader.Read("time, what\n13:55, upgrade begins\nlater, outage\n25:00, outage\n13:57, coffee\n13:58, second upgrade\n13:50, outage\n");

        timeline.Moments.Should().ContainSingle();
        timeline.NotUnderstood.Should().Equal(
            new TimelineNote(3, "later, outage", "has no time that can be read ('later')"),
            new TimelineNote(4, "25:00, outage", "has no time that can be read ('25:00')"),
            new TimelineNote(5, "13:57, coffee", "tells of no milestone that is known"),
            new TimelineNote(6, "13:58, second upgrade", "tells of the same as 'upgrade begins'"),
            new TimelineNote(7, "13:50, outage", "goes back in time"));
    }

    private static IEnumerable<(int Hour, int Minute, Milestone What)> Moments(Timeline timeline) =>
        timeline.Moments.Select(moment => (moment.At.MinutesOfDay / 60, moment.At.MinutesOfDay % 60, moment.What));
}
