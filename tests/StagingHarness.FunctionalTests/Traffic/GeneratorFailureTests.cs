using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Samples;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>What the generator makes of servers that are not there, cut it off, or answer too late or something else.</summary>
[CancelAfter(60_000)]
public sealed class GeneratorFailureTests : GeneratorFixture
{
    [Test]
    public async Task Traffic_by_a_route_to_a_dead_port_fails_to_connect(CancellationToken cancellationToken)
    {
        var sink = new RecordingSink();
        var order = Order(new Uri("http://gateway.test:8080")) with
        {
            Routes = [new ClientRoute("gateway.test", 8080, new IPEndPoint(IPAddress.Loopback, GeneratorProcess.FreePort()))],
        };

        await RunTrafficAsync(order, sink, 20, cancellationToken);

        sink.Samples.Should().OnlyContain(sample => sample.Failure == Failure.ConnectFailed);
    }

    [Test]
    public async Task Traffic_to_a_dead_port_fails_to_connect(CancellationToken cancellationToken)
    {
        var sink = new RecordingSink();
        var target = new Uri($"http://127.0.0.1:{GeneratorProcess.FreePort()}/");

        var totals = await RunTrafficAsync(Order(target) with { WarmUpRequests = 10 }, sink, 50, cancellationToken);

        (totals with { Connections = 0 }).Should().Be(new TrafficTotals(sink.Samples.Length, 0, sink.Samples.Length, 0));
        sink.Samples.Should().OnlyContain(sample => sample.Failure == Failure.ConnectFailed
            && sample.Status == 0 && sample.Answerer == Answerer.Nobody && sample.Stamp == 0);
    }

    [Test]
    public async Task Traffic_cut_in_the_middle_of_answers_is_lost_and_names_who_cut_it(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(async request =>
        {
            await request.WriteAsync(
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n"
                + (ByApp + Stamp("portal-1", "1.0", "1")).ReplaceLineEndings("\r\n") + "\r\nhalf of it");
            throw ScriptedRequest.Close();
        });
        var sink = new RecordingSink();

        await RunTrafficAsync(Order(server.Address), sink, 30, cancellationToken);

        sink.Samples.Should().OnlyContain(sample => sample.Failure == Failure.ConnectionLost
            && sample.Status == 0 && sample.Answerer == Answerer.Nobody && !sample.Right && sample.Stamp == 1);
    }

    [Test]
    public async Task Traffic_cut_before_answers_on_kept_connections_is_lost_and_not_sent_again(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request =>
            request.Number % 5 == 0 ? throw ScriptedRequest.Close() : request.AnswerAsync(200, ByApp));
        var sink = new RecordingSink();

        await RunTrafficAsync(Order(server.Address), sink, 100, cancellationToken);

        server.Requests.Should().Be(sink.Samples.Length);
        sink.Samples.Where(sample => sample.Failure != Failure.None)
            .Should().HaveCount(server.Requests / 5).And.OnlyContain(sample => sample.Failure == Failure.ConnectionLost);
    }

    [Test]
    public async Task Traffic_answered_too_late_has_timed_out(CancellationToken cancellationToken)
    {
        var timeout = TimeSpan.FromMilliseconds(250);
        await using var server = new ScriptedServer(async request =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, request.CancellationToken);
            await request.AnswerAsync(200, ByApp);
        });
        var sink = new RecordingSink();

        var totals = await RunTrafficAsync(
            Order(server.Address, timeout: timeout, connections: 256), sink, 30, cancellationToken);

        totals.Answered.Should().Be(0);
        sink.Samples.Should().OnlyContain(sample => sample.Failure == Failure.TimedOut && sample.Latency >= timeout);
    }

    [Test]
    public async Task Traffic_answered_with_something_else_than_http_is_a_protocol_error(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(async request =>
        {
            await request.WriteAsync("220 mail.example ready\r\n");
            throw ScriptedRequest.Close();
        });
        var sink = new RecordingSink();

        await RunTrafficAsync(Order(server.Address), sink, 20, cancellationToken);

        sink.Samples.Should().OnlyContain(sample => sample.Failure == Failure.ProtocolError && sample.Status == 0);
    }
}
