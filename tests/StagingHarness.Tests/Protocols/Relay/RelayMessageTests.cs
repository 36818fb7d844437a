using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Relay;
using StagingHarness.TestKit.Golden;

namespace StagingHarness.Tests.Protocols.Relay;

[TestFixture]
public sealed class RelayMessageTests
{
    private static readonly RelayHello Hello = new()
    {
        Token = "token of the run",
        Target = new DnsEndPoint("portal-1", 8080),
        ConnectWithin = TimeSpan.FromSeconds(5),
    };

    private static readonly RelayAnswer Answer = new()
    {
        Outcome = RelayOutcome.Failed,
        Error = SocketError.ConnectionRefused,
        Message = "connecting to 'portal-1:8080' failed: Connection refused",
    };

    [Test]
    public void Messages_are_the_same_bytes_for_ever() => GoldenFile.Verify(
        $"""
        hello   {Convert.ToHexString(Hello.ToMessage())}
        ping    {Convert.ToHexString((Hello with { Target = null }).ToMessage())}
        yes     {Convert.ToHexString(new RelayAnswer { Outcome = RelayOutcome.Connected }.ToMessage())}
        alive   {Convert.ToHexString(new RelayAnswer { Outcome = RelayOutcome.Alive }.ToMessage())}
        failed  {Convert.ToHexString(Answer.ToMessage())}
        refused {Convert.ToHexString(new RelayAnswer { Outcome = RelayOutcome.Refused, Message = "no" }.ToMessage())}
        """,
        "Protocols/Relay/messages.txt");

    [Test]
    public async Task Hello_comes_out_as_it_went_in_and_nothing_behind_it_is_read()
    {
        using var stream = new MemoryStream([.. Hello.ToMessage(), .. (Hello with { Target = null }).ToMessage(), 7]);

        (await RelayHello.ReadAsync(stream, CancellationToken.None)).Should().Be(Hello);
        (await RelayHello.ReadAsync(stream, CancellationToken.None)).Should().Be(Hello with { Target = null });
        stream.ReadByte().Should().Be(7);
        (await RelayHello.ReadAsync(stream, CancellationToken.None)).Should().BeNull();
    }

    [Test]
    public async Task Answer_comes_out_as_it_went_in_with_a_text_of_bounded_length()
    {
        using var stream = new MemoryStream([.. Answer.ToMessage(), .. (Answer with { Message = new string('x', 9000) }).ToMessage()]);

        (await RelayAnswer.ReadAsync(stream, CancellationToken.None)).Should().Be(Answer);
        (await RelayAnswer.ReadAsync(stream, CancellationToken.None)).Should().Be(Answer with { Message = new string('x', 500) });
    }

    [TestCase("GET / HTTP/1.1\r\n\r\n", "A relay message announces 17735 bytes; 1 to 4094 are allowed.")]
    [TestCase("\u0001", "The connection ended inside a relay message, after 1 of 2 bytes.")]
    [TestCase("\u0000\u0000", "A relay message announces 0 bytes; 1 to 4094 are allowed.")]
    [TestCase("\u0005\u0000\u0001", "The connection ended inside a relay message, after 1 of 5 bytes.")]
    [TestCase("\u0001\u0000\u0002",
        "A relay message is of version 2, this side speaks 1; let harness and relay come from one build.")]
    [TestCase("\u0001\u0000\u0001", "A relay message cannot be read: *")]
    [TestCase("\u0002\u0000\u0001\u0063", "A relay message cannot be read: *")]
    [TestCase("\u000C\u0000\u0001\u0001a\u0000\u0000\u0000\u0000\u0001b\u0001\u0000\u0009", "A relay message is longer than its fields.")]
    public async Task Anything_else_is_no_hello(string bytes, string message)
    {
        using var stream = new MemoryStream([.. bytes.Select(character => (byte)character)]);

        var read = () => RelayHello.ReadAsync(stream, CancellationToken.None);

        await read.Should().ThrowAsync<RelayMessageException>().WithMessage(message);
    }

    [Test]
    public async Task Answer_of_an_unknown_outcome_is_none()
    {
        using var stream = new MemoryStream([2, 0, 1, 9]);

        var read = () => RelayAnswer.ReadAsync(stream, CancellationToken.None);

        await read.Should().ThrowAsync<RelayMessageException>().WithMessage("A relay message cannot be read: outcome 9 is unknown");
    }

    [Test]
    public void Hello_that_is_too_long_is_not_sent()
    {
        var create = () => (Hello with { Token = new string('x', 4096) }).ToMessage();

        create.Should().Throw<RelayMessageException>().WithMessage("A relay message would have 4* bytes; at most 4096 are allowed.");
    }

    [Test]
    public void Token_stands_in_no_text()
    {
        $"{Hello}{Hello with { Target = null }}".Should().Be("hello, for 'portal-1:8080'hello");
    }
}
