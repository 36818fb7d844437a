using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Doctor;
using StagingHarness.Execution.Engines.Docker.Images;
using StagingHarness.TestKit.Golden;

namespace StagingHarness.Tests.Doctor;

public sealed class DoctorTests
{
    private const long GiB = 1L << 30;

    private static readonly ImageSettings Images = ImageSettings.From(_ => null);

    private static readonly DockerFacts Engine = new()
    {
        Address = "unix:///var/run/docker.sock",
        Source = "usual socket",
        Engine = "Docker 20.10.24",
        ApiVersion = new Version(1, 41),
        NewestApiVersion = new Version(1, 41),
        IsRootless = false,
        Architecture = "amd64",
        StorageDriver = "overlay2",
        StorageFolder = "/var/lib/docker",
        StorageFreeBytes = 40 * GiB,
        MemoryBytes = 8 * GiB,
        BaseImage = new ImageFact(Images.BaseImage, "staging-harness/aspnet:10.0"),
        DebianImage = new ImageFact(Images.DebianImage, "debian:bookworm-slim"),
        ReaperImage = "testcontainers/ryuk:0.14.0@sha256:7c1a",
        HasReaperImage = true,
        StaleObjects = [],
        ListingProblems = [],
    };

    private static readonly DoctorFacts Healthy = new()
    {
        Runtime = ".NET 10.0.1",
        RuntimeFolder = "/usr/share/dotnet",
        WebRuntimes = ["8.0.1", "10.0.1"],
        Sdks = ["8.0.100", "10.0.100"],
        ProgramsFolder = "/stage/instances",
        MissingPrograms = [],
        ProcessProblems = [],
        Docker = Engine,
        RunsFolder = "/srv/.stage/runs",
        RunsFreeBytes = 12 * GiB,
        MemoryBytes = 16 * GiB,
        StaleProcesses = [],
        Browser = "/usr/bin/chromium",
    };

    private static readonly DoctorFacts WithoutDocker = Healthy with
    {
        Docker = null,
        DockerProblem = "No Docker engine answers. Tried:\n    unix:///var/run/docker.sock (usual socket): there is no such socket",
        DockerFix = "Install Docker or start it.",
        Browser = null,
    };

    private static readonly DoctorFacts Broken = Healthy with
    {
        WebRuntimes = ["8.0.1"],
        Sdks = ["8.0.100"],
        MissingPrograms = ["The harness's program 'Gateway' is missing.", "The harness's program 'Generator' is missing."],
        ProcessProblems = ["The dotnet host was not found."],
        RunsFreeBytes = 5L << 20,
        MemoryBytes = GiB,
        StaleProcesses = ["one"],
        Docker = Engine with
        {
            IsRootless = true,
            ApiVersion = new Version(1, 44),
            NewestApiVersion = new Version(1, 52),
            StorageFreeBytes = GiB,
            MemoryBytes = GiB,
            BaseImage = new ImageFact(ImageSettings.From(_ => "my/base:1").BaseImage, Present: null),
            DebianImage = new ImageFact(Images.DebianImage, Present: null),
            HasReaperImage = false,
            StaleObjects = ["one", "two"],
        },
    };

    [Test]
    public void Text_of_a_healthy_machine() => GoldenFile.Verify(DoctorText.Print(DoctorChecks.Of(Healthy)), "Doctor/healthy.txt");

    [Test]
    public void Text_of_a_machine_without_docker() => GoldenFile.Verify(DoctorText.Print(DoctorChecks.Of(WithoutDocker)), "Doctor/without-docker.txt");

    [Test]
    public void Text_of_a_machine_where_much_is_broken() => GoldenFile.Verify(DoctorText.Print(DoctorChecks.Of(Broken)), "Doctor/broken.txt");

    [Test]
    public void Json_of_a_machine_where_much_is_broken() => GoldenFile.Verify(DoctorJson.Print(DoctorChecks.Of(Broken)), "Doctor/broken.json");

    [Test]
    public void Docker_that_is_absent_is_no_failure()
    {
        DoctorChecks.Of(Healthy).ExitCode.Should().Be(0);
        DoctorChecks.Of(WithoutDocker).ExitCode.Should().Be(0);
        DoctorChecks.Of(Broken).ExitCode.Should().Be(4);
    }

    [Test]
    public void Everything_about_docker_alone_is_a_warning_at_most() =>
        DoctorChecks.Of(Healthy with { Docker = Broken.Docker, StaleProcesses = ["one"] }).Checks
            .Should().NotContain(check => check.Status == CheckStatus.Failed);

    [Test]
    public void Runtime_without_the_web_is_a_failure_only_where_processes_are_all_there_is()
    {
        Status(Healthy with { WebRuntimes = [] }, "dotnet-runtime").Should().Be(CheckStatus.Warning);
        Status(WithoutDocker with { WebRuntimes = [] }, "dotnet-runtime").Should().Be(CheckStatus.Failed);
    }

    [Test]
    public void Image_of_a_setting_is_told_with_its_variable()
    {
        var setting = ImageSettings.From(_ => "my/base:1").BaseImage;
        var check = Check(Healthy with { Docker = Engine with { BaseImage = new ImageFact(setting, "my/base:1") } }, "base-image");

        check.Should().Be(new DoctorCheck("base-image", "Base image", CheckStatus.Ok, "'my/base:1' (variable STAGE_BASE_IMAGE) is on the engine"));
    }

    [Test]
    public void What_cannot_be_told_is_no_problem()
    {
        Status(Healthy with { RunsFreeBytes = null }, "run-disk").Should().Be(CheckStatus.Skipped);
        Status(Healthy with { Docker = Engine with { StorageFreeBytes = null } }, "docker-disk").Should().Be(CheckStatus.Skipped);
        Status(Healthy with { Docker = Engine with { MemoryBytes = 0 } }, "docker-memory").Should().Be(CheckStatus.Skipped);
        Status(Healthy with { Docker = Engine with { ReaperImage = null } }, "reaper-image").Should().Be(CheckStatus.Ok);
        Status(Healthy with { Docker = Engine with { ListingProblems = ["gone"] } }, "stale-objects").Should().Be(CheckStatus.Warning);
    }

    private static CheckStatus Status(DoctorFacts facts, string name) => Check(facts, name).Status;

    private static DoctorCheck Check(DoctorFacts facts, string name) => DoctorChecks.Of(facts).Checks.Single(check => check.Name == name);
}
