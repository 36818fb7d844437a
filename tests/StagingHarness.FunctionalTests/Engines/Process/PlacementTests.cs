using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;

namespace StagingHarness.FunctionalTests.Engines.Process;

public sealed class PlacementTests : StageFixture
{
    [Test]
    public async Task Version_placed_again_lies_beside_the_first_and_is_measured_as_it_lies_there()
    {
        var published = Directory.CreateTempSubdirectory("published-").FullName;
        await File.WriteAllTextAsync(Path.Combine(published, "content.txt"), "old");
        await using var stage = await TinyStage.BeginAsync(published: published);

        var first = await stage.PlaceAsync("tiny-1");
        await File.WriteAllTextAsync(Path.Combine(published, "content.txt"), "new");
        var second = await stage.PlaceAsync("tiny-1");
        Directory.Delete(published, recursive: true);

        first.Handle.Should().Be(Path.Combine(stage.Folder, "servers", "tiny-1", "1"));
        second.Handle.Should().Be(Path.Combine(stage.Folder, "servers", "tiny-1", "2"));
        (await File.ReadAllTextAsync(Path.Combine(first.Handle, "platform", "content.txt"))).Should().Be("old");
        (await File.ReadAllTextAsync(Path.Combine(second.Handle, "release", "content.txt"))).Should().Be("new");
        first.Digests.Keys.Should().Equal(TinyStage.Platform.Id, TinyStage.Release.Id);
        first.Digests[TinyStage.Platform.Id].Should().StartWith("sha256:").And.NotBe(second.Digests[TinyStage.Platform.Id]);
    }

    [Test]
    public async Task Platform_without_a_program_is_told_with_its_folder()
    {
        var published = Directory.CreateTempSubdirectory("published-").FullName;
        await using var stage = await TinyStage.BeginAsync(published: published);

        var start = async () => await stage.StartAsync("tiny-1");

        (await start.Should().ThrowAsync<PlacedProgramException>()).Which.Message.Should().Contain("holds 0 programs");
        Directory.Delete(published);
    }
}
