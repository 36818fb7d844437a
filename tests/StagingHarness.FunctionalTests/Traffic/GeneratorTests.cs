using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Execution.Ports.Traffic;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>What the generator sends, and what it makes of the answers.</summary>
[CancelAfter(60_000)]
public sealed class GeneratorTests : GeneratorFixture
{
    [Test]
    public async Task Traffic_answered_is_counted_stamped_and_complete(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.Line == "GET /api/account HTTP/1.1"
            ? request.AnswerAsync(200, ByApp + Stamp("portal-1", "1.0", "1"))
            : request.AnswerAsync(500, ByApp + Stamp("portal-2", "2.0", "1")));
        var sink = new RecordingSink();

        var totals = await RunTrafficAsync(Order(server.Address) with { WarmUpRequests = 40 }, sink, 100, cancellationToken);

        var samples = sink.Samples;
        (totals with { Connections = 0 }).Should().Be(new TrafficTotals(samples.Length, samples.Length, 0, 0));
        server.Requests.Should().Be(40 + samples.Length, "every request leaves once, and warm-up leaves no sample");
        samples.Select(sample => sample.Sequence).Order().Should().Equal(Enumerable.Range(0, samples.Length).Select(i => (uint)i));
        samples.Should().OnlyContain(sample => sample.Answerer == Answerer.App && sample.Failure == Failure.None);
        samples.OrderBy(sample => sample.Sequence).Chunk(2).Where(pair => pair.Length == 2)
            .Should().OnlyContain(pair => pair[0].Route != pair[1].Route, "each comes as often as the other");
        foreach (var sample in samples)
        {
            var first = sample.Route == 0;
            sample.Status.Should().Be((ushort)(first ? 200 : 500));
            sink.Stamps[sample.Stamp].Should().Be(
                first ? new ServerStamp("portal-1", "1.0", "1") : new ServerStamp("portal-2", "2.0", "1"));
        }
    }

    [Test]
    public async Task Write_carries_the_id_that_its_sample_tells_and_the_warm_up_another(CancellationToken cancellationToken)
    {
        var written = new ConcurrentBag<string>();
        await using var server = new ScriptedServer(request =>
        {
            if (request.Line.StartsWith("POST", StringComparison.Ordinal))
            {
                request.Head.Should().Contain("\nContent-Type: application/json\n");
                written.Add(request.Body);
            }

            return request.AnswerAsync(201, ByApp);
        });
        var sink = new RecordingSink();
        var order = Order(server.Address);
        var writing = order with
        {
            Plan = order.Plan with
            {
                Requests = [new RequestPlan(0, "POST", "/orders") { Body = "{\"id\":\"{request.id}\"}", ContentType = "application/json" }, order.Plan.Requests[1]],
            },
            WarmUpRequests = 40,
        };

        await RunTrafficAsync(writing, sink, 100, cancellationToken);

        var scheduled = sink.Samples.Where(sample => sample.Route == 0).Select(sample => Body(RequestId.Of(7, sample.Sequence)));
        var warmUp = Enumerable.Range(1, 20).Select(number => Body(RequestId.OfWarmUp(7, number)));
        written.Should().BeEquivalentTo([.. scheduled, .. warmUp]);

        static string Body(string id) => $"{{\"id\":\"{id}\"}}";
    }

    [Test]
    public async Task Traffic_schedule_is_evenly_spaced_on_the_clock_of_the_harness(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, ByApp));
        var sink = new RecordingSink();
        await using var generator = await StartGeneratorAsync(cancellationToken);

        await using var session = await Member.Attach([generator], Run)
            .StartAsync(Order(server.Address), sink, cancellationToken);
        TimeProvider.System.GetElapsedTime(Epoch).Should().BeGreaterThanOrEqualTo(
            session.FirstDue, "starting returns when the first request is due");
        await sink.ReachAsync(50, cancellationToken);
        await session.StopAsync(cancellationToken);

        session.Flavour.Should().Be("jit");
        var first = sink.Samples.Single(sample => sample.Sequence == 0);
        first.Due.Should().Be(session.FirstDue);
        sink.Samples.Should().OnlyContain(
            sample => sample.DueNanoseconds == first.DueNanoseconds + (sample.Sequence * 5_000_000L), "the rate is 200 per second");
        sink.Samples.Should().OnlyContain(sample => sample.Done <= TimeProvider.System.GetElapsedTime(Epoch));
    }

    [Test]
    public async Task Traffic_while_the_server_stalls_shows_the_whole_stall(CancellationToken cancellationToken)
    {
        const int connections = 8;
        var stall = new Stall(TimeSpan.FromSeconds(1), beginsWith: 100);
        await using var server = new ScriptedServer(async request =>
        {
            await stall.PassAsync(request);
            await request.AnswerAsync(200, ByApp);
        });
        var sink = new RecordingSink();
        var order = Order(server.Address, timeout: TimeSpan.FromSeconds(20), connections: connections);

        var totals = await RunTrafficAsync(order, sink, 400, cancellationToken);

        totals.Dropped.Should().Be(0);
        totals.Answered.Should().Be(sink.Samples.Length);
        var from = Stopwatch.GetElapsedTime(Epoch, stall.Began);
        var to = Stopwatch.GetElapsedTime(Epoch, stall.Ended);
        var dueMeanwhile = sink.Samples.Where(sample => sample.Due > from && sample.Due < to).ToArray();
        dueMeanwhile.Should().HaveCountGreaterThan(connections * 10, "requests are due although no connection is free");
        dueMeanwhile.Should().OnlyContain(sample => sample.Done >= to - TimeSpan.FromMicroseconds(10));
        dueMeanwhile.Max(sample => sample.Latency).Should().BeGreaterThan(0.9 * (to - from));
    }

    [Test]
    public async Task Traffic_beyond_what_the_connections_carry_is_dropped_and_counted(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(async request =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, request.CancellationToken);
            await request.AnswerAsync(200, ByApp);
        });
        var sink = new RecordingSink();
        var order = Order(server.Address, timeout: TimeSpan.FromMilliseconds(500), connections: 2);

        var totals = await RunTrafficAsync(order, sink, 30, cancellationToken);

        totals.Dropped.Should().BePositive();
        totals.Scheduled.Should().Be(totals.Answered + totals.Unanswered + totals.Dropped);
        sink.Samples.Should().HaveCount((int)(totals.Answered + totals.Unanswered));
        sink.Samples.Should().OnlyHaveUniqueItems(sample => sample.Sequence);
        sink.Samples.Should().OnlyContain(sample => sample.Sequence < totals.Scheduled);
        server.Connections.Should().BeGreaterThanOrEqualTo(2);
    }

    [Test]
    public async Task Traffic_to_a_name_with_a_route_connects_there_and_says_the_name(CancellationToken cancellationToken)
    {
        var heads = new ConcurrentQueue<string>();
        await using var server = new ScriptedServer(request =>
        {
            heads.Enqueue(request.Head);
            return request.AnswerAsync(200, ByApp);
        });
        var sink = new RecordingSink();
        var order = Order(new Uri("http://gateway.test:8080")) with
        {
            Routes =
            [
                new ClientRoute("provider.test", 8080, new IPEndPoint(IPAddress.Loopback, 1)),
                new ClientRoute("gateway.test", 8081, new IPEndPoint(IPAddress.Loopback, 1)),
                new ClientRoute("gateway.test", 8080, new IPEndPoint(IPAddress.Loopback, server.Address.Port)),
            ],
        };

        var totals = await RunTrafficAsync(order, sink, 50, cancellationToken);

        (totals with { Connections = 0 }).Should().Be(new TrafficTotals(sink.Samples.Length, sink.Samples.Length, 0, 0));
        sink.Samples.Should().OnlyContain(sample => sample.Status == 200 && sample.Answerer == Answerer.App);
        heads.Should().HaveCount(sink.Samples.Length).And.OnlyContain(
            head => head.Contains("\nHost: gateway.test:8080\n", StringComparison.Ordinal)
                && head.StartsWith("GET /api/", StringComparison.Ordinal));
    }

    [Test]
    public async Task Traffic_that_no_route_is_for_goes_where_its_address_says(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200, ByApp));
        var sink = new RecordingSink();
        var order = Order(server.Address) with
        {
            Routes = [new ClientRoute("gateway.test", server.Address.Port, new IPEndPoint(IPAddress.Loopback, 1))],
        };

        var totals = await RunTrafficAsync(order, sink, 20, cancellationToken);

        (totals with { Connections = 0 }).Should().Be(new TrafficTotals(sink.Samples.Length, sink.Samples.Length, 0, 0));
    }

    [TestCase("", Answerer.Unknown)]
    [TestCase("X-Stage-Answered-By: gateway\n", Answerer.Gateway)]
    public async Task Traffic_redirected_is_an_answer_of_whoever_says_so(
        string header, Answerer expected, CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request =>
            request.AnswerAsync(302, header + "Location: /elsewhere\nSet-Cookie: a=b\n"));
        var sink = new RecordingSink();

        await RunTrafficAsync(Order(server.Address), sink, 20, cancellationToken);

        server.Requests.Should().Be(sink.Samples.Length, "redirects are not followed");
        sink.Samples.Should().OnlyContain(sample => sample.Status == 302 && sample.Answerer == expected && sample.Stamp == 0);
    }

    [Test]
    public async Task Traffic_carries_renewed_credentials_from_then_on(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(
            request.Head.Contains("Authorization: new\n", StringComparison.Ordinal) ? 200
            : request.Head.Contains("Authorization: old\n", StringComparison.Ordinal) ? 401 : 400,
            ByApp));
        var sink = new RecordingSink();
        await using var generator = await StartGeneratorAsync(cancellationToken);
        await using var session = await Member.Attach([generator], Run)
            .StartAsync(Order(server.Address), sink, cancellationToken);
        await sink.ReachAsync(20, cancellationToken);

        await session.RenewCredentialsAsync(Credentials("new"), cancellationToken);
        var renewed = TimeProvider.System.GetElapsedTime(Epoch);
        await sink.ReachAsync(sink.Samples.Length + 50, cancellationToken);
        await session.StopAsync(cancellationToken);

        var statuses = sink.Samples.OrderBy(sample => sample.Sequence).Select(sample => sample.Status).ToArray();
        statuses[0].Should().Be(401);
        statuses[^1].Should().Be(200);
        statuses.Should().BeInDescendingOrder("old ones come first and new ones after, without a request that has none");
        sink.Samples.Where(sample => sample.Due >= renewed).Should().NotBeEmpty().And.OnlyContain(
            sample => sample.Status == 200, "renewing returns when the generator says so, and not when it was told");
    }
}
