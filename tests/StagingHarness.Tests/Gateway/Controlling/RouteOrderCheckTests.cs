using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Gateway.Controlling;
using StagingHarness.Protocols.Gateway;

namespace StagingHarness.Tests.Gateway.Controlling;

[TestFixture]
public sealed class RouteOrderCheckTests
{
    private static readonly RouteTarget Right = new()
    {
        Instance = "portal-1",
        Release = "2.0",
        Platform = "1",
        Address = new Uri("http://127.0.0.1:5001"),
    };

    [Test]
    public void Right_order_has_no_finding()
    {
        RouteOrderCheck.Check(new RouteOrder { Targets = [Right] }).Should().BeEmpty();
        RouteOrderCheck.Check(new RouteOrder { Targets = [] }).Should().BeEmpty();
        RouteOrderCheck.Check(new RouteOrder { Targets = [Right with { Configuration = "strict" }] }).Should().BeEmpty();
    }

    [Test]
    public void Everything_that_is_wrong_is_found_at_once()
    {
        var order = new RouteOrder
        {
            Targets = [Right, Right, Right with { Address = new Uri("https://portal/path"), Release = "2.0\r\nX: y", Platform = "" }],
        };

        RouteOrderCheck.Check(order).Should().Equal(
            "Address 'https://portal/path' of instance 'portal-1' is not http://HOST:PORT; give it without a path.",
            "'release' of address 'https://portal/path' is '2.0\r\nX: y', which cannot stand in a header; use printable ASCII.",
            "'platform' of address 'https://portal/path' is '', which cannot stand in a header; use printable ASCII.",
            "Address 'http://127.0.0.1:5001/' stands there 2 times; give each address once.");
    }

    [Test]
    public void Configuration_that_cannot_stand_in_a_header_is_found() =>
        RouteOrderCheck.Check(new RouteOrder { Targets = [Right with { Configuration = "" }] }).Should().Equal(
            "'configuration' of address 'http://127.0.0.1:5001/' is '', which cannot stand in a header; use printable ASCII.");

    [Test]
    public void Order_without_targets_is_found()
    {
        RouteOrderCheck.Check(new RouteOrder { Targets = default }).Should().Equal("'targets' is missing; give a list, which may be empty.");
    }
}
