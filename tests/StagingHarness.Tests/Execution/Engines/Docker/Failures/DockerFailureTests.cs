using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Failures;
using StagingHarness.Execution.Ports.Failures;

namespace StagingHarness.Tests.Execution.Engines.Docker.Failures;

public sealed class DockerFailureTests
{
    [Test]
    public void Full_disk_at_a_start_is_told_with_the_way_out() =>
        DockerFailure.OfStart("portal-1", "portal:1", new IOException("mkdir /var/lib/docker/overlay2/x: no space left on device"))
            .Should().BeOfType<DiskFullException>().Which.Message.Should().Be(
                "The Docker engine has no room left on its disk while instance 'portal-1' was started: mkdir /var/lib/docker/overlay2/x: no "
                + "space left on device. Make room, for instance with 'stage clean --images' or 'docker system df' and what it shows.");

    [Test]
    public void Taken_port_is_told_with_the_way_out() =>
        DockerFailure.OfStart("gateway", "programs:1", new IOException("Bind for 127.0.0.1:32768 failed: port is already allocated"))
            .Should().BeOfType<PortTakenException>().Which.Message.Should().Be(
                "Instance 'gateway' could not be published on 127.0.0.1, since its port is taken: Bind for 127.0.0.1:32768 failed: port is "
                + "already allocated. Run it again; if it stays so, see what holds the machine's ports ('ss -ltnp').");

    [Test]
    public void Engine_that_went_away_is_told_as_such() =>
        DockerFailure.OfStart("portal-1", "portal:1", new HttpRequestException("Connection refused"))
            .Should().BeOfType<EngineRefusedException>().Which.Message.Should().Be(
                "The Docker engine failed while instance 'portal-1' was started: Connection refused. See 'stage doctor' and the engine's own log.");

    [Test]
    public void Engine_without_address_ranges_is_told_with_the_way_out() =>
        DockerFailure.OfNetwork("run-edge", new IOException("could not find an available, non-overlapping IPv4 address pool among the defaults"))
            .Should().BeOfType<AddressesExhaustedException>().Which.Message.Should().Be(
                "Network 'run-edge' could not be made, since the Docker engine has no address range left: could not find an available, "
                + "non-overlapping IPv4 address pool among the defaults. Take away what dead runs left ('stage clean'), or networks of "
                + "others that nobody uses ('docker network ls').");

    [Test]
    public void Failed_build_shows_what_it_printed_last() =>
        DockerFailure.OfBuild("web/release/1", new IOException("The command '/bin/sh -c false' returned a non-zero code: 1"), ["Step 2/2 : RUN false"])
            .Should().BeOfType<ArtifactBuildException>().Which.Message.Should().Be(
                "Artifact 'web/release/1' could not be built: The command '/bin/sh -c false' returned a non-zero code: 1. "
                + "Mend it, or correct its entry in the system file. Last output:" + Environment.NewLine + "    Step 2/2 : RUN false");

    [Test]
    public void Full_disk_during_a_build_is_found_in_its_output() =>
        DockerFailure.OfBuild("web/release/1", new IOException("failed"), ["cp: error writing 'x': No space left on device"])
            .Should().BeOfType<DiskFullException>();

    [Test]
    public void Missing_image_names_itself_and_the_way_out() =>
        new ImageMissingException("shop:7", "shop/release/7", "no such host.", "correct it in the system file").Message.Should().Be(
            "Image 'shop:7' for shop/release/7 cannot be had: no such host. Pull or load it beforehand ('docker pull shop:7'), or correct it in the system file.");

    [Test]
    public void Container_that_outlives_its_kill_is_told_with_the_way_out() =>
        new ContainerNotEndedException("portal-1", "0123456789ab", TimeSpan.FromSeconds(10)).Message.Should().Be(
            "Instance 'portal-1' (container 0123456789ab) did not end within 10 s of being killed. See the engine's own log, then remove it with 'stage clean'.");

    [Test]
    public void Program_that_the_engine_cannot_start_is_told_with_the_way_out() =>
        new ContainerStartException("web-1", "web:1", "exec: \"serve\": executable file not found in $PATH.").Message.Should().Be(
            "Instance 'web-1' could not be started from image 'web:1': exec: \"serve\": executable file not found in $PATH. "
            + "Correct 'start', 'container' or the image in the system file.");
}
