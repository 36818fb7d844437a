using System.Collections.Immutable;
using System.Security.Cryptography;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Digests;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.FunctionalTests.Engines.Process;

/// <summary>Programs of this machine that stand for images, and releases that bring their own platform.</summary>
[Platform(Exclude = "Win", Reason = "The programs are shell commands.")]
public sealed class LocalProgramTests : StageFixture
{
    [Test]
    public async Task Program_is_started_with_its_arguments_and_files_in_its_own_folder()
    {
        await using var stage = await TinyStage.BeginAsync();
        Directory.CreateDirectory(Path.Combine(stage.Folder, "files"));
        await File.WriteAllTextAsync(Path.Combine(stage.Folder, "files", "settings.conf"), "from the file");
        var order = await stage.LocalOrderAsync(
            "db-1", ["sh", "-c", "echo \"$0\"; echo \"$1 $2 $3\"; cat \"$2\"; echo; pwd; echo $WORK; echo up; exec sleep 600", "{listen.http.host}"], "{stage.http}", "{files.settings}", "{other}");

        var instance = await stage.Engine.StartAsync(
            order with { Files = [new InstanceFile("settings", "files/settings.conf", "/etc/db/db.conf")] }, CancellationToken.None);

        var lines = await instance.ReadLogAsync(CancellationToken.None);
        var work = lines[4];
        var file = Path.Combine(Path.GetDirectoryName(work)!, "files", "settings", "db.conf");
        lines.Should().Equal(
            "127.0.0.1",
            $"{instance.StageAddressOf("http").GetLeftPart(UriPartial.Authority)} {file} {{other}}",
            "from the file",
            work,
            work,
            "up");
        await stage.Engine.DisposeAsync();
        Directory.Exists(work).Should().BeFalse();
        stage.Engine.LeftBehind.Should().BeEmpty();
    }

    [Test]
    public async Task Work_folder_and_files_are_there_for_a_program_that_drops_to_another_user()
    {
        await using var stage = await TinyStage.BeginAsync();
        var file = Path.Combine(stage.Folder, "secret.sh");
        await File.WriteAllTextAsync(file, "touch \"$WORK/made\" && mkdir \"$WORK/data\" && id -u && echo up && exec sleep 600");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        ImmutableArray<string> drop = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["env"];

        var order = await stage.LocalOrderAsync("db-1", [.. drop, "sh", "{files.start}"]);
        var instance = await stage.Engine.StartAsync(
            order with { Files = [new InstanceFile("start", "secret.sh", "/start.sh")] }, CancellationToken.None);

        (await instance.ReadLogAsync(CancellationToken.None)).Should().HaveCount(2).And.EndWith("up");
    }

    [Test]
    public async Task Digest_is_that_of_the_program_file_wherever_it_is_told()
    {
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.LocalOrderAsync("db-1", ["sh", "-c", "echo up; exec sleep 600"]);
        var prepared = await stage.Engine.PrepareAsync([TinyStage.Release, TinyStage.Image(["sh"])], new Progress<string>(), CancellationToken.None);

        var instance = await stage.Engine.StartAsync(order, CancellationToken.None);

        var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(LocalProgram.Find("sh")!.File)));
        prepared.Select(artifact => (artifact.Id, artifact.Digest)).Should().Equal(
            (TinyStage.Release.Id, FolderDigest.Measure(TinyStage.TinyServerFolder, CancellationToken.None)), ("db/release/1", digest));
        ((ProgramSource.Placed)order.Program).Placement.Digests.Should().Equal(new Dictionary<string, string> { ["db/release/1"] = digest });
        instance.Digest.Should().Be(digest);
    }

    [Test]
    public async Task Readiness_by_a_line_of_the_log_is_not_met_by_other_lines_and_tells_what_was_seen()
    {
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.LocalOrderAsync("db-1", ["sh", "-c", "echo starting; exec sleep 600"]);

        var start = async () => await stage.Engine.StartAsync(
            order with { Readiness = new ReadinessCheck.LogMatches("^up$") { Deadline = TimeSpan.FromSeconds(1) } }, CancellationToken.None);

        (await start.Should().ThrowAsync<InstanceNotReadyException>()).Which.Message
            .Should().Contain("the last check saw no line that matches '^up$' among the 1 that it wrote.").And.EndWith("    starting");
    }

    [Test]
    public async Task Readiness_by_a_line_of_the_log_ends_early_when_the_instance_dies()
    {
        await using var stage = await TinyStage.BeginAsync();

        var start = async () => await stage.StartShellAsync("db-1", "echo no space left; exit 3");

        (await start.Should().ThrowWithinAsync<InstanceDiedException>(TimeSpan.FromSeconds(20))).Which.Exit.LastOutput.Should().Equal("no space left");
    }

    [Test]
    public async Task Image_without_a_local_command_is_refused()
    {
        await using var stage = await TinyStage.BeginAsync();

        var prepare = () => stage.Engine.PrepareAsync([TinyStage.Image([]) with { Local = null }], new Progress<string>(), CancellationToken.None);

        await prepare.Should().ThrowAsync<NotPossibleException>().WithMessage("The process engine cannot run artifact 'db/release/1' (image 'db:1'): *");
    }

    [Test]
    public async Task File_that_does_not_exist_is_told()
    {
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.LocalOrderAsync("db-1", ["sh", "-c", "echo up"]);

        var start = async () => await stage.Engine.StartAsync(order with { Files = [new InstanceFile("settings", "none.conf", "/etc/a.conf")] }, CancellationToken.None);

        await start.Should().ThrowAsync<FileNotPlacedException>().WithMessage($"Instance 'db-1' cannot have file '{Path.Combine(stage.Folder, "none.conf")}': *");
    }

    [Test]
    public async Task Release_without_a_platform_holds_its_own_program_and_its_digest()
    {
        await using var stage = await TinyStage.BeginAsync();
        var placement = await stage.Engine.PlaceAsync(
            new PlacementOrder
            {
                Instance = "tiny-1",
                Version = new ServerVersion("1", ServerVersion.NoPlatform),
                Platform = null,
                Release = TinyStage.Release,
            },
            CancellationToken.None);
        var order = (await stage.OrderAsync("tiny-1")) with { Program = new ProgramSource.Placed(placement) };

        var instance = await stage.Engine.StartAsync(order, CancellationToken.None);

        (await stage.AskAsync(instance, "/arguments")).Status.Should().Be(200);
        placement.Digests.Keys.Should().Equal(TinyStage.Release.Id);
        instance.Digest.Should().Be(placement.Digests[TinyStage.Release.Id]);
    }

    [Test]
    public async Task Address_is_kept_by_what_takes_the_place_of_an_instance_that_ended_and_not_by_what_runs_beside_it()
    {
        await using var stage = await TinyStage.BeginAsync();
        var order = await stage.LocalOrderAsync("db-1", ["sh", "-c", "echo up; exec sleep 600"]);
        var first = await stage.Engine.StartAsync(order, CancellationToken.None);

        var beside = await stage.Engine.StartAsync(order with { Generation = 2 }, CancellationToken.None);
        await beside.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        var inPlace = await stage.Engine.StartAsync(order with { Generation = 3 }, CancellationToken.None);

        beside.AddressOf("http").Should().NotBe(first.AddressOf("http"));
        inPlace.AddressOf("http").Should().Be(beside.AddressOf("http"));
    }
}
