using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Digests;

namespace StagingHarness.Tests.Execution.Digests;

public sealed class FolderDigestTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("digest-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        File.WriteAllText(Path.Combine(_folder, "b"), "content");
        File.WriteAllText(Path.Combine(_folder, "sub", "a"), "");
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    // Computed by hand: sha256 over "b\0" sha256("content") "sub/a\0" sha256("").
    [Test]
    public void Digest_is_the_documented_one() => Measure().Should().Be("sha256:990aa58018a6961e17a8572805e83d2fc118cf02bf15e59fbf4e3f250257883b");

    [Test]
    public void Digest_changes_with_content_name_and_presence()
    {
        var first = Measure();

        File.WriteAllText(Path.Combine(_folder, "b"), "CONTENT");
        var content = Measure();
        File.Move(Path.Combine(_folder, "b"), Path.Combine(_folder, "c"));
        var name = Measure();
        File.Delete(Path.Combine(_folder, "sub", "a"));
        var presence = Measure();

        new[] { first, content, name, presence }.Should().OnlyHaveUniqueItems();
    }

    private string Measure() => FolderDigest.Measure(_folder, CancellationToken.None);
}
