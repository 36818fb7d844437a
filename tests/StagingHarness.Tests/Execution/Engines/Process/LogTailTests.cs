using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Protocols.Supervisor;

namespace StagingHarness.Tests.Execution.Engines.Process;

public sealed class LogTailTests
{
    private string _file = "";

    [SetUp]
    public void MakeFile() => _file = Path.GetTempFileName();

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public void Tail_is_the_last_fifty_lines_without_their_times()
    {
        Write(Enumerable.Range(1, 60).Select(number => $"line {number}"));

        LogTail.Read(_file, from: 0).Should().Equal(Enumerable.Range(11, 50).Select(number => $"line {number}"));
    }

    [Test]
    public void Tail_begins_where_this_start_did()
    {
        Write(["of the first try"]);
        var start = new FileInfo(_file).Length;
        Write(["of the second"]);

        LogTail.Read(_file, start).Should().Equal("of the second");
    }

    [Test]
    public void No_file_is_no_output() => LogTail.Read(_file + ".none", from: 0).Should().BeEmpty();

    private void Write(IEnumerable<string> lines) =>
        File.AppendAllLines(_file, lines.Select(line => new LogLine(DateTimeOffset.UnixEpoch, LogSource.Out, line).Format()));
}
