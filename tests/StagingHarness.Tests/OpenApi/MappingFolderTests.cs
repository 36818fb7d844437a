using FluentAssertions;
using NUnit.Framework;
using StagingHarness.OpenApi.Folders;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Mappings;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Files;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.OpenApi;

/// <summary>The folder that gets the mappings: when they cannot be written, it is as it was.</summary>
public sealed class MappingFolderTests
{
    [Test]
    public void File_that_appears_meanwhile_stops_all_of_them()
    {
        using var folder = new TemporaryFolder();
        var mappings = new MappingFolder(folder.Path, force: false);
        var there = Path.Combine(folder.Path, "b.json");
        File.WriteAllText(there, "mine");

        mappings.Invoking(one => one.Write([("a.json", "1"), ("b.json", "2"), ("c.json", "3")])).Should().Throw<ImportRefusedException>().WithMessage("the mappings cannot be written to *");

        Directory.EnumerateFileSystemEntries(folder.Path).Should().Equal(there);
        File.ReadAllText(there).Should().Be("mine");
    }

    [TestCase("c.json.half", "while they are written")]
    [TestCase("b.json", "while they are moved")]
    public void Folder_in_the_way_leaves_no_half_behind(string name, string because)
    {
        using var folder = new TemporaryFolder();
        var kept = Path.Combine(folder.Path, "a.json");
        File.WriteAllText(kept, "old");
        var inTheWay = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;

        new MappingFolder(folder.Path, force: true).Invoking(one => one.Write([("b.json", "2"), ("c.json", "3"), ("a.json", "1")])).Should().Throw<ImportRefusedException>(because);

        Directory.EnumerateFileSystemEntries(folder.Path).Should().BeEquivalentTo([kept, inTheWay], because);
        File.ReadAllText(kept).Should().Be("old", because);
    }

    [TestCase(2, false)]
    [TestCase(3, true)]
    public void Size_is_told_where_a_system_would_refuse_it(int operations, bool isTooMuch)
    {
        using var folder = new TemporaryFolder();
        var letters = new string('ä', 250_000);
        var paths = string.Concat(Enumerable.Range(0, operations).Select(number =>
            $"  /{number}: {{ get: {{ responses: {{ '200': {{ description: d, content: {{ text/plain: {{ example: {letters} }} }} }} }} }} }}\n"));

        var made = Imported.Of("paths:\n" + paths, change: order => order with { Folder = folder.Path });

        made.Notes.Any(note => note.StartsWith("the mappings hold 4.3 MiB, and a system takes 4 MiB.", StringComparison.Ordinal)).Should().Be(isTooMuch);
        var findings = new FindingSink();
        new MappingReader(RootFolder.At(folder.Path), "any.system.yaml", findings)
            .Read([.. Directory.EnumerateFiles(folder.Path).Select(file => new Spanned<string>(Path.GetFileName(file), new SourceText(file, 0, "").Start()))]);
        findings.ToFindings().Any(finding => finding.Summary.Contains("more than 4 MiB", StringComparison.Ordinal)).Should().Be(isTooMuch, "the reader counts so");
    }
}
