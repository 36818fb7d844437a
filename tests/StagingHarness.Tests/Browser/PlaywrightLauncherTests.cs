using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Browser;
using StagingHarness.Execution.Ports.Browsing;
using StagingHarness.Execution.Ports.Members;

namespace StagingHarness.Tests.Browser;

public sealed class PlaywrightLauncherTests
{
    [Test]
    public void Members_are_reached_where_they_are_published_and_nobody_else_is()
    {
        var order = new BrowserOrder
        {
            Gateway = new Uri("http://gateway:8080/"),
            Routes =
            [
                new ClientRoute("gateway", 8080, new IPEndPoint(IPAddress.Loopback, 49153)),
                new ClientRoute("provider", 8080, new IPEndPoint(IPAddress.IPv6Loopback, 49154)),
            ],
        };

        PlaywrightLauncher.Arguments(order).Should().Contain(
            "--host-resolver-rules=MAP gateway:8080 127.0.0.1:49153, MAP provider:8080 [::1]:49154, EXCLUDE localhost, EXCLUDE 127.0.0.1, MAP * ~NOTFOUND");
    }

    [TestCase("http://gateway:8080/dashboard", true)]
    [TestCase("http://GATEWAY:8080", true)]
    [TestCase("https://gateway:8080/", false)]
    [TestCase("http://gateway:8081/", false)]
    [TestCase("http://gateway.example:8080/", false)]
    [TestCase("http://gateway@provider:8080/", false)]
    [TestCase("data:text/html,x", false)]
    public void Credentials_are_shown_to_the_gateway_alone(string address, bool shown) =>
        ShownHeaders.IsShown(address, new Uri("http://gateway:8080/")).Should().Be(shown);
}
