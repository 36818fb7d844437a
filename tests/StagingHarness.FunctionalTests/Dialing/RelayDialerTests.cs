using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Dialing;
using StagingHarness.Execution.Probes;
using StagingHarness.FunctionalTests.Probes;
using StagingHarness.FunctionalTests.Processes;
using StagingHarness.Protocols.Relay;

namespace StagingHarness.FunctionalTests.Dialing;

/// <summary>The relay program, driven through its dialer: names are its to resolve, and 'localhost' is one.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class RelayDialerTests
{
    private const string Name = "localhost";

    private LocalInstance relay = null!;
    private RelayDialer dialer = null!;
    private TcpListener server = null!;

    private int ServerPort => ((IPEndPoint)server.LocalEndpoint).Port;

    [SetUp]
    public async Task Start()
    {
        relay = await RelayProcess.StartAsync(CancellationToken.None);
        dialer = RelayProcess.Dial(relay);
        server = Listen();
    }

    [TearDown]
    public async Task Stop()
    {
        server.Dispose();
        await relay.DisposeAsync();
    }

    [Test]
    public async Task Bytes_go_both_ways_and_an_end_that_is_done_may_still_receive(CancellationToken cancellationToken)
    {
        var question = new byte[1_000_000];
        new Random(1).NextBytes(question);
        await using var client = await dialer.ConnectAsync(Name, ServerPort, cancellationToken);
        using var accepted = await server.AcceptTcpClientAsync(cancellationToken);
        var echo = Task.Run(
            async () =>
            {
                // All of it first, up to the client's end; only then the answer.
                using var received = new MemoryStream();
                await accepted.GetStream().CopyToAsync(received, cancellationToken);
                await accepted.GetStream().WriteAsync(received.ToArray(), cancellationToken);
                accepted.Client.Shutdown(SocketShutdown.Send);
            },
            cancellationToken);

        await client.WriteAsync(question, cancellationToken);
        ((NetworkStream)client).Socket.Shutdown(SocketShutdown.Send);
        using var answer = new MemoryStream();
        await client.CopyToAsync(answer, cancellationToken);

        await echo;
        answer.ToArray().Should().Equal(question);
    }

    [Test]
    public async Task Server_that_speaks_first_is_heard_whole(CancellationToken cancellationToken)
    {
        var speaking = Task.Run(
            async () =>
            {
                using var accepted = await server.AcceptTcpClientAsync(cancellationToken);
                await accepted.GetStream().WriteAsync("220 at your service"u8.ToArray(), cancellationToken);
            },
            cancellationToken);

        await using var client = await dialer.ConnectAsync(Name, ServerPort, cancellationToken);
        using var reader = new StreamReader(client);

        (await reader.ReadToEndAsync(cancellationToken)).Should().Be("220 at your service");
        await speaking;
    }

    [Test]
    public async Task Client_that_is_gone_is_gone_for_the_server(CancellationToken cancellationToken)
    {
        var client = await dialer.ConnectAsync(Name, ServerPort, cancellationToken);
        using var accepted = await server.AcceptTcpClientAsync(cancellationToken);

        await client.DisposeAsync();

        (await accepted.GetStream().ReadAsync(new byte[1], cancellationToken)).Should().Be(0);
    }

    [Test]
    public async Task Server_that_resets_is_a_reset_for_the_client(CancellationToken cancellationToken)
    {
        await using var client = await dialer.ConnectAsync(Name, ServerPort, cancellationToken);
        using (var accepted = await server.AcceptSocketAsync(cancellationToken))
        {
            accepted.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        var read = async () => await client.ReadAsync(new byte[1], cancellationToken);

        (await read.Should().ThrowAsync<IOException>()).WithInnerException<SocketException>()
            .Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
    }

    [Test]
    public async Task Nobody_listening_is_refused_as_the_relay_saw_it(CancellationToken cancellationToken)
    {
        var port = ServerPort;
        server.Stop();

        var connect = () => dialer.ConnectAsync(Name, port, cancellationToken);

        var thrown = (await connect.Should().ThrowExactlyAsync<SocketException>()).Which;
        thrown.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);
        thrown.Message.Should().StartWith($"connecting to 'localhost:{port}' failed: Connection refused");
    }

    [Test]
    public async Task Name_that_nobody_has_is_not_found(CancellationToken cancellationToken)
    {
        var connect = () => dialer.ConnectAsync("nobody.invalid", 80, cancellationToken);

        // A machine without a name server can only say that it does not know now.
        var thrown = (await connect.Should().ThrowExactlyAsync<SocketException>()).Which;
        thrown.SocketErrorCode.Should().BeOneOf(SocketError.HostNotFound, SocketError.TryAgain);
        thrown.Message.Should().StartWith("resolving 'nobody.invalid' failed: ");
    }

    [Test]
    public async Task Probe_tells_a_refusal_through_the_relay_as_directly(CancellationToken cancellationToken)
    {
        using var probe = new HttpProbe(dialer, TimeProvider.System);
        var port = ServerPort;
        server.Stop();

        var named = await probe.GetAsync(new Uri($"http://{Name}:{port}/"), TimeSpan.FromSeconds(10), cancellationToken);
        var direct = await probe.GetAsync(new Uri($"http://127.0.0.1:{port}/"), TimeSpan.FromSeconds(10), cancellationToken);
        var connected = await probe.ConnectAsync(new Uri($"http://{Name}:{port}/"), TimeSpan.FromSeconds(10), cancellationToken);

        named.Problem.Should().Be("connection refused");
        direct.Problem.Should().Be("connection refused");
        connected.Should().Be("connection refused");
    }

    [Test]
    public async Task Probe_never_takes_a_dead_relay_for_a_member_that_refuses(CancellationToken cancellationToken)
    {
        using var probe = new HttpProbe(dialer, TimeProvider.System);
        await relay.KillAsync(cancellationToken);

        var answer = await probe.GetAsync(new Uri($"http://{Name}:{ServerPort}/"), TimeSpan.FromSeconds(10), cancellationToken);

        answer.Problem.Should().StartWith($"The stage's relay at '{RelayProcess.EndPointOf(relay)}' does not answer: Connection refused");
    }

    [Test]
    public async Task Probe_gets_an_answer_through_the_relay(CancellationToken cancellationToken)
    {
        await using var raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody");
        using var probe = new HttpProbe(dialer, TimeProvider.System);

        var answer = await probe.GetAsync(new Uri($"http://{Name}:{raw.Address.Port}/"), TimeSpan.FromSeconds(10), cancellationToken);

        (answer.Status, answer.Body, answer.Problem).Should().Be((200, "body", null));
    }

    [Test]
    public async Task Loopback_addresses_need_no_relay(CancellationToken cancellationToken)
    {
        await using var client = await new RelayDialer(TimeProvider.System).ConnectAsync("127.0.0.1", ServerPort, cancellationToken);
        using var accepted = await server.AcceptTcpClientAsync(cancellationToken);

        accepted.Connected.Should().BeTrue();
    }

    [Test]
    public async Task Check_passes_with_the_runs_token_and_fails_with_another(CancellationToken cancellationToken)
    {
        await dialer.CheckAsync(cancellationToken);

        var check = () => RelayProcess.Dial(relay, "wrong").CheckAsync(cancellationToken);

        await check.Should().ThrowAsync<RelayException>().WithMessage(
            $"The stage's relay at '{RelayProcess.EndPointOf(relay)}' refused: the connection does not show this run's control token. "
            + "See its log.");
    }

    [Test]
    public async Task Wrong_token_connects_to_nobody(CancellationToken cancellationToken)
    {
        var connect = () => RelayProcess.Dial(relay, "wrong").ConnectAsync(Name, ServerPort, cancellationToken);

        await connect.Should().ThrowAsync<RelayException>();
        server.Pending().Should().BeFalse();
    }

    [Test]
    public async Task Stranger_is_told_that_it_speaks_something_else(CancellationToken cancellationToken)
    {
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(RelayProcess.EndPointOf(relay), cancellationToken);
        await stranger.GetStream().WriteAsync("GE"u8.ToArray(), cancellationToken);

        var answer = await RelayAnswer.ReadAsync(stranger.GetStream(), cancellationToken);

        answer!.Outcome.Should().Be(RelayOutcome.Refused);
        answer.Message.Should().StartWith("A relay message announces 17735 bytes;");
    }

    [Test]
    public async Task Connection_that_says_nothing_is_closed_after_five_seconds(CancellationToken cancellationToken)
    {
        using var silent = new TcpClient();
        var start = TimeProvider.System.GetTimestamp();
        await silent.ConnectAsync(RelayProcess.EndPointOf(relay), cancellationToken);

        (await silent.GetStream().ReadAsync(new byte[1], cancellationToken)).Should().Be(0);

        TimeProvider.System.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromSeconds(4.5));
    }

    [Test]
    public async Task Connections_at_a_time_do_not_mix_and_can_be_many(CancellationToken cancellationToken)
    {
        const int count = 200;
        var serving = Task.Run(() => EchoAsync(count, cancellationToken), cancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
        {
            await using var client = await dialer.ConnectAsync(Name, ServerPort, cancellationToken);
            await client.WriteAsync(Encoding.ASCII.GetBytes($"{number,4}"), cancellationToken);
            var answer = new byte[4];
            await client.ReadExactlyAsync(answer, cancellationToken);
            return Encoding.ASCII.GetString(answer);
        }));

        answers.Should().Equal(Enumerable.Range(0, count).Select(number => $"{number,4}"));
        await serving;
    }

    [Test]
    public async Task Sigterm_ends_it_at_once_although_a_connection_is_open(CancellationToken cancellationToken)
    {
        await using var client = await dialer.ConnectAsync(Name, ServerPort, cancellationToken);

        var exit = await relay.StopAsync(TimeSpan.FromSeconds(5), cancellationToken);

        exit.ExitCode.Should().Be(0);
        relay.Output.Should().ContainSingle().Which.Should().StartWith("Relay listens on http://127.0.0.1:");
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private async Task EchoAsync(int connections, CancellationToken cancellationToken)
    {
        var clients = new List<Task>();
        for (var index = 0; index < connections; index++)
        {
            var accepted = await server.AcceptTcpClientAsync(cancellationToken);
            clients.Add(Task.Run(
                async () =>
                {
                    using (accepted)
                    {
                        await accepted.GetStream().CopyToAsync(accepted.GetStream(), cancellationToken);
                    }
                },
                cancellationToken));
        }

        await Task.WhenAll(clients);
    }
}
