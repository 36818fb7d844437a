using System.Collections.Immutable;
using System.Runtime.Versioning;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;

namespace StagingHarness.FunctionalTests.Engines.Docker;

/// <summary>Artifacts become images: built once, taken as they are afterwards, and told with a reason when they cannot be had.</summary>
public sealed class ImageTests : DockerFixture
{
    // Its tag follows from this text; runs of other processes get images of their own.
    private static readonly string Waiting = $"""
        ARG DEBIAN_IMAGE
        FROM $DEBIAN_IMAGE
        LABEL of={Environment.ProcessId}
        ENTRYPOINT ["sh", "-c", "echo up; exec sleep 600"]

        """;

    private string _root = null!;

    [SetUp]
    public void MakeRoot() => _root = Directory.CreateTempSubdirectory("stage-test-").FullName;

    [TearDown]
    public async Task RemoveImagesAsync()
    {
        Directory.Delete(_root, recursive: true);
        foreach (var image in await ImagesAsync("image-test-"))
        {
            await DockerCommand.RunAsync("image", "rm", "--force", image);
        }
    }

    [Test]
    public async Task Image_that_is_nowhere_is_told_with_what_mends_it()
    {
        // Nothing listens there: no registry has to be reachable for this, and none is asked.
        var image = new ImageArtifactPlan
        {
            Id = "web/release/1",
            Place = new SourcePlace("tiny.system.yaml", 1, 1),
            Reference = "127.0.0.1:1/nowhere:1",
            Local = null,
        };

        var preparing = () => DockerStage.BeginAsync(Endpoint, [image]);

        (await preparing.Should().ThrowAsync<ImageMissingException>()).Which.Message.Should().Match(
            "Image '127.0.0.1:1/nowhere:1' for web/release/1 cannot be had: *connection refused*"
            + " Pull or load it beforehand ('docker pull 127.0.0.1:1/nowhere:1'), or correct it in the system file.");
    }

    [Test]
    public async Task Dockerfile_that_cannot_be_built_is_told_with_the_output_of_the_command_that_failed()
    {
        var artifact = Write("broken", Waiting + "RUN echo the last words && false\n");

        var preparing = () => BeginAsync(artifact);

        (await preparing.Should().ThrowAsync<ArtifactBuildException>()).Which.Message.Should()
            .StartWith("Artifact 'image-test-broken' could not be built: ")
            .And.Contain("echo the last words && false")
            .And.MatchRegex("(?m)^ *the last words$");
        (await DockerCommand.RunAsync("ps", "--all", "--quiet", "--filter", $"label=of={Environment.ProcessId}")).Should().BeEmpty(
            "the build's own container goes, too");
    }

    [Test]
    public async Task Unchanged_artifacts_are_built_once_and_changed_ones_anew()
    {
        var artifact = Write("web", Waiting);
        var (first, firstServer, firstWeb) = await PrepareAsync(artifact);
        var before = await AllImagesAsync();

        var (second, secondServer, secondWeb) = await PrepareAsync(artifact);
        var after = await AllImagesAsync();
        Write("web", Waiting + "LABEL changed=1\n");
        var (third, _, thirdWeb) = await PrepareAsync(artifact);

        first.FromCache.Should().BeFalse();
        second.Should().Match<PreparedArtifact>(prepared => prepared.FromCache && prepared.Digest == first.Digest);
        (secondServer, secondWeb).Should().Be((firstServer, firstWeb));
        after.Except(before).Should().BeEmpty("nothing was built");
        third.FromCache.Should().BeFalse();
        third.Digest.Should().NotBe(first.Digest);
        thirdWeb.Should().NotBe(firstWeb);
        (await ImagesAsync("image-test-web")).Should().BeEquivalentTo(firstWeb, thirdWeb);
    }

    [Test]
    public async Task Program_that_is_not_in_the_image_is_told_with_the_engines_words()
    {
        var artifact = Write("lost", Waiting + "ENTRYPOINT [\"/no/such/program\"]\n");
        await using var stage = await BeginAsync(artifact);
        var order = await stage.OrderAsync("web-1", artifact);

        var starting = () => stage.Engine.StartAsync(order, CancellationToken.None);

        (await starting.Should().ThrowAsync<ContainerStartException>()).Which.Message.Should().Match(
            "Instance 'web-1' could not be started from image 'staging-harness/image-test-lost:*': *\"/no/such/program\"*no such file or directory*"
            + ". Correct 'start', 'container' or the image in the system file.");
        (await DockerCommand.RunAsync("ps", "--all", "--quiet", "--filter", $"name={stage.Run.RunId}-web-1")).Should().BeEmpty();
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_lie_at_their_paths_and_can_be_read_by_a_user_who_is_not_root()
    {
        var artifact = Write("web", Waiting);
        File.WriteAllText(Path.Combine(_root, "pages.conf"), "of everybody");
        File.WriteAllText(Path.Combine(_root, "keys.conf"), "of its owner here");
        File.SetUnixFileMode(Path.Combine(_root, "keys.conf"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var stage = await BeginAsync(artifact);
        var order = await stage.OrderAsync("image-test-files", artifact);

        var instance = await stage.Engine.StartAsync(
            order with
            {
                Files = [new("pages", "pages.conf", "/etc/web/pages.conf"), new("keys", "keys.conf", "/srv/a b/keys.conf")],
                Environment = ImmutableSortedDictionary<string, string>.Empty.Add("KEYS", "{files.keys}"),
            },
            CancellationToken.None);

        (await instance.ShellAsync("id -u; cat /etc/web/pages.conf; echo; cat \"$KEYS\"")).Should().Be(
            new CommandResult(0, "1654\nof everybody\nof its owner here", ""));
        instance.Digest.Should().Be(
            ((ProgramSource.Placed)order.Program).Placement.Digests[artifact.Id], "files of the service do not make it another version");
    }

    [Test]
    public async Task Instance_tells_the_digest_of_the_image_that_was_prepared_and_placed()
    {
        var artifact = Write("web", Waiting);
        await using var stage = await BeginAsync(artifact);
        var placement = await stage.PlaceAsync("web-1", artifact);

        var instance = await stage.Engine.StartAsync(await stage.OrderAsync("web-1", artifact), CancellationToken.None);

        instance.Digest.Should().StartWith("sha256:")
            .And.Be(stage.Prepared.Single().Digest)
            .And.Be(placement.Digests[artifact.Id])
            .And.Be(await DockerCommand.RunAsync("inspect", placement.Handle, "--format", "{{.Id}}"));
    }

    [Test]
    public async Task Dockerfile_that_declares_it_is_told_the_name_of_the_debian_image()
    {
        var artifact = Write("web", Waiting + "ARG DEBIAN_IMAGE\nRUN echo \"$DEBIAN_IMAGE\" >/debian-image\n");
        await using var stage = await BeginAsync(artifact);

        var instance = await stage.Engine.StartAsync(await stage.OrderAsync("web-1", artifact), CancellationToken.None);

        var name = (await instance.ShellAsync("cat /debian-image")).Output.TrimEnd('\n');
        (await DockerCommand.RunAsync("image", "inspect", name, "--format", "{{.Os}}")).Should().Be("linux", "'{0}' lies on the engine", name);
    }

    private DockerfileArtifactPlan Write(string name, string dockerfile)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, name));
        File.WriteAllText(Path.Combine(folder.FullName, "Dockerfile"), dockerfile);
        return new DockerfileArtifactPlan
        {
            Id = $"image-test-{name}",
            Place = new SourcePlace("tiny.system.yaml", 1, 1),
            File = $"{name}/Dockerfile",
            Local = null,
        };
    }

    private Task<DockerStage> BeginAsync(ArtifactPlan artifact) => DockerStage.BeginAsync(Endpoint, [artifact], _root);

    /// <summary>What was prepared, and the names of the images of the tiny server and of the artifact.</summary>
    private async Task<(PreparedArtifact Prepared, string Server, string Image)> PrepareAsync(ArtifactPlan artifact)
    {
        await using var stage = await BeginAsync(artifact);
        var server = await stage.OrderAsync("tiny-1");
        return (stage.Prepared.Single(), ((ProgramSource.Placed)server.Program).Placement.Handle, (await stage.PlaceAsync("web-1", artifact)).Handle);
    }

    /// <summary>Every image of the engine, those without a name, too.</summary>
    private static async Task<string[]> AllImagesAsync() =>
        (await DockerCommand.RunAsync("images", "--all", "--format", "{{.ID}} {{.Repository}}:{{.Tag}}")).Split('\n');

    private static async Task<IReadOnlyList<string>> ImagesAsync(string name) =>
        (await DockerCommand.RunAsync("images", "--format", "{{.Repository}}:{{.Tag}}", $"staging-harness/{name}*"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
