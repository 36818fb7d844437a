using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Networks;

namespace StagingHarness.Tests.Execution.Engines.Docker.Networks;

public sealed class NetworkOptionsTests
{
    private static readonly Version Debian12 = new(1, 41);
    private static readonly Version Docker28 = new(1, 48);

    [Test]
    public void Internal_network_of_an_older_engine_has_a_bridge_without_an_address() =>
        NetworkOptions.For(StageNetwork.Internal, Debian12, isPodman: false)
            .Should().Equal(new Dictionary<string, string> { ["com.docker.network.bridge.inhibit_ipv4"] = "true" });

    [Test]
    public void Internal_network_of_a_newer_engine_has_an_isolated_gateway() =>
        NetworkOptions.For(StageNetwork.Internal, Docker28, isPodman: false)
            .Should().Equal(new Dictionary<string, string> { ["com.docker.network.bridge.gateway_mode_ipv4"] = "isolated" });

    [TestCase(true)]
    [TestCase(false)]
    public void Networks_with_published_ports_lead_nobody_out(bool isEdge) =>
        NetworkOptions.For(isEdge ? StageNetwork.Edge : StageNetwork.Control, Debian12, isPodman: false)
            .Should().Equal(new Dictionary<string, string> { ["com.docker.network.bridge.enable_ip_masquerade"] = "false" });

    [Test]
    public void Podman_is_given_no_option_that_it_would_refuse() =>
        NetworkOptions.For(StageNetwork.Internal, Docker28, isPodman: true).Should().BeEmpty();
}
