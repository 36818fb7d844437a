using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Journal;
using StagingHarness.History.Ledgers;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.History.Ledgers;

public sealed class LedgerFileTests
{
    [Test]
    public void Ids_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledger.ndjson");

        var sha256 = LedgerFileWriter.Write(path, ["7-1", "7-1", "a \"b\"\n", ""]);

        var read = LedgerFileReader.Read(path);
        read.Ids.Should().Equal("7-1", "7-1", "a \"b\"\n", "");
        read.Sha256.Should().Be(sha256);
    }

    [Test]
    public void File_that_was_cut_or_altered_has_another_hash()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledger.ndjson");
        var sha256 = LedgerFileWriter.Write(path, ["7-1", "7-2"]);
        File.WriteAllText(path, File.ReadAllText(path)[..^3]);

        var read = LedgerFileReader.Read(path);

        read.Ids.Should().Equal("7-1");
        read.Sha256.Should().NotBe(sha256);
    }

    [Test]
    public void File_of_another_format_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "ledger.ndjson");
        File.WriteAllText(path, "{\"ledger\":2}\n\"7-1\"\n");

        var read = () => LedgerFileReader.Read(path);

        read.Should().Throw<UnreadableRunException>().WithMessage("Ledger file '*ledger.ndjson' is not of format 1; report the run with the version of the harness that ran it.");
    }

    [Test]
    public void No_file_is_no_ids_and_no_hash() =>
        LedgerFileReader.Read("/nowhere/ledger.ndjson").Should().BeEquivalentTo(new LedgerFileReading([], null));
}
