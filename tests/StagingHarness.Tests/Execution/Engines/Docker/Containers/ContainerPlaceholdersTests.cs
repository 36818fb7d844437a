using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Containers;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Tests.Execution.Engines.Docker.Containers;

public sealed class ContainerPlaceholdersTests
{
    private static readonly InstanceOrder Order = new()
    {
        Name = "portal-1",
        Generation = 2,
        Program = new ProgramSource.Own(HarnessProgram.StandIn),
        Arguments = [],
        Environment = ImmutableSortedDictionary<string, string>.Empty,
        Listeners = [new("http", ListenerReach.Edge), new("control", ListenerReach.Control)],
        Readiness = new ReadinessCheck.TcpAccepts("http") { Deadline = TimeSpan.FromSeconds(1) },
        Texts = [new InstanceText("ca", "ca.pem", "PEM")],
        Files = [new InstanceFile("conf", "web/app.conf", "/etc/app.conf")],
    };

    [TestCase("{listen.http}", "http://0.0.0.0:8080")]
    [TestCase("{listen.http.host}:{listen.http.port}", "0.0.0.0:8080")]
    [TestCase("{stage.http}", "http://portal-1.2:8080")]
    [TestCase("{listen.control}", "http://portal-1.2.control:8081")]
    [TestCase("{stage.control}", "http://portal-1.2.control:8081")]
    [TestCase("{release.path} on {platform.path}", "/stage/release on /stage/platform")]
    [TestCase("{work}/data", "/stage/work/data")]
    [TestCase("{stage.ca} {stage.other}", "/stage/texts/ca.pem {stage.other}")]
    [TestCase("-c {files.conf}", "-c /etc/app.conf")]
    [TestCase("{\"json\": {listen.other}}", "{\"json\": {listen.other}}")]
    public void Placeholder_is_filled_with_what_holds_in_the_container(string text, string filled) =>
        new ContainerPlaceholders(Order, "portal-1.2", new InstanceAddresses(Order, "portal-1.2")).Fill(text).Should().Be(filled);

    [Test]
    public void Image_that_listens_by_itself_is_reached_at_its_own_port()
    {
        var order = Order with { Port = 80 };

        new InstanceAddresses(order, "web-1.1").Of("http").Should().Be(new Uri("http://web-1.1:80"));
        new ContainerPlaceholders(order, "web-1.1", new InstanceAddresses(order, "web-1.1")).Fill("{listen.http.port}").Should().Be("80");
    }

    [Test]
    public void Listener_that_is_secured_is_called_by_https_and_bound_as_any_other()
    {
        var order = Order with { Listeners = [new("http", ListenerReach.Edge) { Tls = true }] };

        new ContainerPlaceholders(order, "provider", new InstanceAddresses(order, "provider")).Fill("{listen.http} {stage.http}")
            .Should().Be("http://0.0.0.0:8080 https://provider:8080");
    }

    [Test]
    public void Listener_that_was_not_ordered_has_no_address() =>
        new InstanceAddresses(Order, "portal-1.2").Invoking(addresses => addresses.Of("metrics"))
            .Should().Throw<ArgumentException>().WithMessage("Instance 'portal-1' has no listener 'metrics'; it has 'control', 'http'.");
}
