using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Control;

namespace StagingHarness.Tests.Protocols.Control;

[TestFixture]
public sealed class ListenAddressTests
{
    [TestCase("http://127.0.0.1:5001", "http://127.0.0.1:5001")]
    [TestCase("http://127.0.0.1:5001/", "http://127.0.0.1:5001")]
    [TestCase("http://[::1]:5001", "http://[::1]:5001")]
    [TestCase("http://0.0.0.0:8080", "http://0.0.0.0:8080")]
    public void Ip_and_port_are_an_address(string value, string address)
    {
        ListenAddress.TryParse(value, out var parsed).Should().BeTrue();
        parsed!.ToString().Should().Be(address);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("http://localhost:5001")]
    [TestCase("http://*:5001")]
    [TestCase("https://127.0.0.1:5001")]
    [TestCase("http://127.0.0.1:5001/path")]
    [TestCase("{listen.http}")]
    public void Anything_else_is_none(string? value)
    {
        ListenAddress.TryParse(value, out _).Should().BeFalse();
    }
}
