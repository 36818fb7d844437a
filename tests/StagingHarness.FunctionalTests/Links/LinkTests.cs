using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Links;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Link;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.FunctionalTests.Links;

/// <summary>The link program, driven through its client, between a caller and a server that echoes.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class LinkTests : IDisposable
{
    private static readonly RunIdentity Run = new() { RunId = "run", ControlToken = "token-of-the-link-tests" };

    private readonly DirectDialer dialer = new();
    private LocalInstance instance = null!;
    private ILink link = null!;
    private EchoServer? echo;
    private Uri way = null!;

    [SetUp]
    public async Task Start()
    {
        var member = new LinkMember(dialer, TimeProvider.System);
        instance = await LocalInstance.StartAsync(member.CreateOrder(new MemberPair(MemberPair.Gateway, "portal"), Run), CancellationToken.None);
        link = member.Attach(instance, Run);
        echo = new EchoServer();
        way = await link.LeadAsync(echo.Address, CancellationToken.None);
    }

    [TearDown]
    public async Task Stop()
    {
        Dispose();
        await instance.DisposeAsync();
    }

    public void Dispose() => echo?.Dispose();

    [Test]
    public async Task Undisturbed_everything_passes_whole_and_in_order(CancellationToken cancellationToken)
    {
        var question = new byte[1_000_000];
        new Random(1).NextBytes(question);
        using var client = await ConnectAsync(cancellationToken);

        (await AskAsync(client, question, cancellationToken)).Should().Equal(question);
        (await link.LeadAsync(echo!.Address, cancellationToken)).Should().Be(way, "a way that is there is used again");
        (await link.ReadAsync(cancellationToken)).Connections.Should().Be(1);
    }

    [Test]
    public async Task Latency_holds_each_answer_back_and_counts_it(CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await link.DisturbAsync(new LinkDisturbance { Delay = TimeSpan.FromMilliseconds(300) }, cancellationToken);

        var watch = Stopwatch.StartNew();
        await AskAsync(client, [1, 2, 3], cancellationToken);

        watch.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300));
        (await link.ReadAsync(cancellationToken)).DelayedBytes.Should().Be(3);
    }

    [Test]
    public async Task Bandwidth_lets_bytes_wait(CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await link.DisturbAsync(new LinkDisturbance { BytesPerSecond = 20_000 }, cancellationToken);

        var watch = Stopwatch.StartNew();
        await AskAsync(client, new byte[10_000], cancellationToken);

        watch.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(500), "10,000 bytes at 20,000 a second, and their answer behind them");
        (await link.ReadAsync(cancellationToken)).PacedBytes.Should().Be(20_000);
    }

    [Test]
    public async Task Reset_cuts_open_connections_and_new_ones(CancellationToken cancellationToken)
    {
        using var open = await ConnectAsync(cancellationToken);
        await AskAsync(open, [1], cancellationToken);

        await link.DisturbAsync(new LinkDisturbance { ResetAfter = 0 }, cancellationToken);

        await ShouldBeResetAsync(open, cancellationToken);
        await NextShouldBeResetAsync(cancellationToken);
        (await link.ReadAsync(cancellationToken)).Cut.Should().Be(2);
    }

    [Test]
    public async Task Reset_after_some_bytes_lets_them_pass_first(CancellationToken cancellationToken)
    {
        await link.DisturbAsync(new LinkDisturbance { ResetAfter = 150 }, cancellationToken);
        using var client = await ConnectAsync(cancellationToken);

        (await AskAsync(client, new byte[50], cancellationToken)).Should().HaveCount(50);
        await client.SendAsync(new byte[60], cancellationToken);

        await ShouldBeResetAsync(client, cancellationToken);
    }

    [Test]
    public async Task Refusal_cuts_what_is_open_refuses_what_comes_and_ends(CancellationToken cancellationToken)
    {
        using var open = await ConnectAsync(cancellationToken);
        await AskAsync(open, [1], cancellationToken);

        await link.DisturbAsync(new LinkDisturbance { Refuses = true }, cancellationToken);

        await ShouldBeResetAsync(open, cancellationToken);
        var connect = async () => await ConnectAsync(cancellationToken);
        (await connect.Should().ThrowAsync<SocketException>()).Which.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);

        await link.DisturbAsync(LinkDisturbance.None, cancellationToken);
        using var again = await ConnectAsync(cancellationToken);
        (await AskAsync(again, [7], cancellationToken)).Should().Equal(7);
    }

    [Test]
    public async Task Server_that_is_gone_is_a_reset_for_the_caller(CancellationToken cancellationToken)
    {
        Dispose();
        using var client = await ConnectAsync(cancellationToken);

        await ShouldBeResetAsync(client, cancellationToken);
    }

    [Test]
    public async Task Order_without_the_token_is_refused(CancellationToken cancellationToken)
    {
        var stranger = new LinkMember(dialer, TimeProvider.System).Attach(instance, Run with { ControlToken = "another" });

        await stranger.Awaiting(other => other.DisturbAsync(new LinkDisturbance { Refuses = true }, cancellationToken))
            .Should().ThrowAsync<ControlException>().WithMessage("*the order does not show this run's control token");
        (await link.ReadAsync(cancellationToken)).Disturbance.Should().Be(LinkDisturbance.None);
    }

    private static async Task<byte[]> AskAsync(Socket client, byte[] question, CancellationToken cancellationToken)
    {
        var sending = SendAsync(client, question, cancellationToken);
        var answer = new byte[question.Length];
        for (var read = 0; read < answer.Length;)
        {
            var count = await client.ReceiveAsync(answer.AsMemory(read), cancellationToken);
            count.Should().BeGreaterThan(0, "the connection is open");
            read += count;
        }

        await sending;
        return answer;
    }

    private static async Task SendAsync(Socket client, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await client.SendAsync(bytes, cancellationToken)..];
        }
    }

    private static Task ShouldBeResetAsync(Socket client, CancellationToken cancellationToken) =>
        ShouldBeResetAsync(() => ReadToEndAsync(client, cancellationToken));

    /// <summary>The reset may come so early that the caller never sees its connection open.</summary>
    private Task NextShouldBeResetAsync(CancellationToken cancellationToken) => ShouldBeResetAsync(async () =>
    {
        using var client = await ConnectAsync(cancellationToken);
        await ReadToEndAsync(client, cancellationToken);
    });

    private static async Task ShouldBeResetAsync(Func<Task> use) =>
        (await use.Should().ThrowAsync<SocketException>()).Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);

    private static async Task ReadToEndAsync(Socket client, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        while (await client.ReceiveAsync(buffer, cancellationToken) > 0)
        {
            // What was on its way before the reset.
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, way.Port), cancellationToken);
        return socket;
    }
}
