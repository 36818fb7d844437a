using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Endpoints;

namespace StagingHarness.Tests.Execution.Engines.Docker.Endpoints;

public sealed class ApiNegotiationTests
{
    [TestCase("1.12", "1.41", "1.41", TestName = "Version_of_an_old_engine_is_its_newest")]
    [TestCase("1.12", "1.40", "1.40", TestName = "Version_of_the_oldest_engine_is_its_newest")]
    [TestCase("1.24", "1.44", "1.44", TestName = "Version_of_docker_25_is_that_of_testcontainers")]
    [TestCase("1.44", "1.52", "1.44", TestName = "Version_of_docker_29_is_that_of_testcontainers")]
    [TestCase("1.48", "1.60", "1.48", TestName = "Version_of_a_newer_engine_is_its_oldest")]
    [TestCase("1.52", "1.70", "1.52", TestName = "Version_of_the_newest_engine_is_the_newest_that_is_known")]
    public void Version_is_one_that_both_speak(string oldest, string newest, string expected) =>
        ApiNegotiation.Choose("unix:///a", Engine(oldest, newest), chosen: null).Should().Be(Version.Parse(expected));

    [Test]
    public void Version_that_the_user_chose_wins() =>
        ApiNegotiation.Choose("unix:///a", Engine("1.24", "1.52"), Version.Parse("1.30")).Should().Be(Version.Parse("1.30"));

    [Test]
    public void Version_that_the_user_chose_and_the_engine_does_not_speak_is_told() =>
        Refusal("1.12", "1.41", "1.44").Should().Be(
            "Docker 20.10.24 at 'unix:///a' speaks versions 1.12 to 1.41 of the Docker API, and the harness was told to speak 1.44 (DOCKER_API_VERSION). "
            + "Remove that setting: the version is negotiated without it.");

    [Test]
    public void Engine_that_is_too_old_is_told() =>
        Refusal("1.12", "1.24").Should().Be(
            "Docker 20.10.24 at 'unix:///a' speaks versions 1.12 to 1.24 of the Docker API, and the harness needs 1.40 or newer. "
            + "Install Docker 19.03 or newer, or let DOCKER_HOST name another engine.");

    [Test]
    public void Engine_that_is_too_new_is_told() =>
        Refusal("1.99", "1.120").Should().Be(
            "Docker 20.10.24 at 'unix:///a' speaks versions 1.99 to 1.120 of the Docker API, and the harness knows none newer than 1.52. "
            + "Install a newer version of the harness, or let DOCKER_HOST name an older engine.");

    private static string Refusal(string oldest, string newest, string? chosen = null) =>
        new Action(() => ApiNegotiation.Choose("unix:///a", Engine(oldest, newest), chosen is null ? null : Version.Parse(chosen)))
            .Should().Throw<DockerVersionException>().Which.Message;

    private static EngineVersion Engine(string oldest, string newest) => new()
    {
        Version = "20.10.24",
        OldestApi = Version.Parse(oldest),
        NewestApi = Version.Parse(newest),
        OperatingSystem = "linux",
        Architecture = "amd64",
        IsPodman = false,
    };
}
