using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.History.Journal;
using StagingHarness.History.Samples;
using StagingHarness.Protocols.Samples;
using StagingHarness.TestKit.Files;
using StagingHarness.TestKit.Records;

namespace StagingHarness.Tests.History.Samples;

public sealed class SampleFileReaderTests
{
    // More than are read at once.
    private static readonly ImmutableArray<Sample> Written = SampleSeries.Every(1, 0, 5_000, (_, index) => SampleAnswer.App(200, index % 4));

    [Test]
    public void Samples_are_read_as_they_were_written_with_the_hash_that_the_writer_told()
    {
        using var folder = new TemporaryFolder();
        var (path, hash) = Write(folder);

        var reading = SampleFileReader.Read(path);

        reading.Samples.Should().Equal(Written);
        reading.Sha256.Should().Be(hash).And.Be(SampleSeries.Sha256(Written));
    }

    [Test]
    public void Record_that_was_cut_off_is_left_out_and_so_is_its_part_of_the_hash()
    {
        using var folder = new TemporaryFolder();
        var (path, _) = Write(folder);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(file.Length - 7);
        }

        var reading = SampleFileReader.Read(path);

        reading.Samples.Should().Equal(Written[..^1]);
        reading.Sha256.Should().Be(SampleSeries.Sha256(Written[..^1]));
    }

    [TestCase(0)]
    [TestCase(9)]
    public void File_without_its_whole_head_holds_no_samples(int length)
    {
        using var folder = new TemporaryFolder();
        var (path, _) = Write(folder);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(length);
        }

        SampleFileReader.Read(path).Should().BeEquivalentTo(new SampleReading([], null));
    }

    [Test]
    public void Other_file_is_refused_with_its_place()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "samples.bin");
        File.WriteAllText(path, new string('x', 100));

        FluentActions.Invoking(() => SampleFileReader.Read(path)).Should().Throw<UnreadableRunException>().WithMessage($"*'{path}'*");
    }

    private static (string Path, string Hash) Write(TemporaryFolder folder)
    {
        var path = Path.Combine(folder.Path, "samples.bin");
        using var writer = new SampleFileWriter(path);
        writer.Append(Written.AsSpan());
        return (path, writer.Complete());
    }
}
