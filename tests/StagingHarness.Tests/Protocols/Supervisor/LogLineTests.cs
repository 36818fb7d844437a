using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Tests.Protocols.Supervisor;

public sealed class LogLineTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2023, 5, 13, 14, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    [TestCase("plain")]
    [TestCase("")]
    [TestCase(" leading, trailing ")]
    [TestCase("2023-05-13T14:00:00.1234567Z out looks like a line itself")]
    public void Line_written_and_read_is_the_same(string text)
    {
        var line = new LogLine(Moment, LogSource.Err, text);

        LogLine.Parse(line.Format()).Should().Be(line);
    }

    [Test]
    public void Line_reads_as_documented()
    {
        new LogLine(Moment, LogSource.Out, "hello").Format().Should().Be("2023-05-13T14:00:00.1234567Z out hello");
        new LogLine(Moment.ToOffset(TimeSpan.FromHours(2)), LogSource.Err, "").Format().Should().Be("2023-05-13T14:00:00.1234567Z err ");
    }

    [TestCase("")]
    [TestCase("2023-05-13T14:00:00.1234567Z")]
    [TestCase("2023-05-13T14:00:00.1234567Z log hello")]
    [TestCase("2023-05-13T14:00:00.123Z out hello")]
    [TestCase("hello out of the middle of a line that was cut")]
    public void Line_that_is_none_is_refused(string line)
    {
        LogLine.TryParse(line, out _).Should().BeFalse();
        FluentActions.Invoking(() => LogLine.Parse(line)).Should().Throw<FormatException>()
            .WithMessage($"Line '{line}' is no log line: it does not read 'TIME out|err TEXT'.");
    }
}
