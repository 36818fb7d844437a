using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Control;

namespace StagingHarness.Tests.Protocols.Control;

[TestFixture]
public sealed class ListenUrlTests
{
    [TestCase("http://127.0.0.1:5001", "http://127.0.0.1:5001")]
    [TestCase("http://127.0.0.1:5001/", "http://127.0.0.1:5001")]
    [TestCase("http://[::1]:5001", "http://[::1]:5001")]
    [TestCase("http://0.0.0.0:8080", "http://0.0.0.0:8080")]
    [TestCase("http://gateway.control:8081", "http://gateway.control:8081")]
    public void Host_and_port_are_a_url_to_bind(string value, string url)
    {
        ListenUrl.TryParse(value, out var parsed).Should().BeTrue();
        parsed!.ToString().Should().Be(url);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("http://*:5001")]
    [TestCase("http://+:5001")]
    [TestCase("http://127.0.0.1:0")]
    [TestCase("http://user@127.0.0.1:5001")]
    [TestCase("https://127.0.0.1:5001")]
    [TestCase("http://127.0.0.1:5001/path")]
    [TestCase("{listen.http}")]
    public void Anything_else_is_none(string? value)
    {
        ListenUrl.TryParse(value, out _).Should().BeFalse();
    }
}
