using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Readiness;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Tests.Execution.Engines.Readiness;

public sealed class LogSearchTests
{
    private string _file = "";

    [SetUp]
    public void MakeFile() => _file = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public void Line_that_matches_is_found_when_it_is_whole()
    {
        var search = new LogSearch(_file, from: 0, "ready to accept connections$");
        search.Look().Should().Be("no line that matches 'ready to accept connections$' among the 0 that it wrote");
        var line = Line("database system is ready to accept connections");

        File.AppendAllText(_file, Line("starting") + "\n" + line[..40]);
        search.Look().Should().Be("no line that matches 'ready to accept connections$' among the 1 that it wrote");
        File.AppendAllText(_file, line[40..] + "\n");

        search.Look().Should().BeNull();
    }

    [Test]
    public void Line_of_an_earlier_start_does_not_count()
    {
        File.AppendAllText(_file, Line("ready") + "\n");

        new LogSearch(_file, new FileInfo(_file).Length, "ready").Look().Should().EndWith("among the 0 that it wrote");
    }

    [Test]
    public void Time_and_source_of_a_line_are_not_searched()
    {
        File.AppendAllText(_file, Line("up") + "\n");

        new LogSearch(_file, from: 0, "1970| out ").Look().Should().NotBeNull();
    }

    [Test]
    public void No_file_yet_is_no_line() => new LogSearch(_file + ".none", from: 0, "ready").Look().Should().NotBeNull();

    [Test]
    public void Pattern_that_never_ends_is_told()
    {
        File.AppendAllText(_file, Line(new string('a', 64) + "b") + "\n");

        new LogSearch(_file, from: 0, "(a+)+$").Look()
            .Should().Be("a line on which '(a+)+$' was searched for more than 1 s; write a simpler pattern");
    }

    private static string Line(string text) => new LogLine(DateTimeOffset.UnixEpoch, LogSource.Out, text).Format();
}
