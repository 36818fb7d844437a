using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>Requests of one client that follow each other.</summary>
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class JourneyTests
{
    private readonly GeneratorRun _run = new();

    [Test]
    public async Task Journey_carries_what_it_captured_and_its_own_cookies(CancellationToken cancellationToken)
    {
        var orders = new ConcurrentDictionary<string, string>();
        await using var server = new ScriptedServer(request =>
        {
            var path = request.Line.Split(' ')[1];
            if (path == "/sign-in")
            {
                return request.AnswerAsync(200, $"Set-Cookie: session=s{request.Number}; Path=/\nX-Csrf: c{request.Number}\n", $"<input value='t{request.Number}'>");
            }

            var session = HeaderOf(request, "Cookie")["session=s".Length..];
            if (path == "/orders")
            {
                orders[session] = request.Body;
                return HeaderOf(request, "X-Csrf") == "c" + session
                    ? request.AnswerAsync(201, "Location: /orders/" + session + "\n", $"{{\"id\":\"{session}\"}}")
                    : request.AnswerAsync(400);
            }

            return request.AnswerAsync(200, body: orders[path["/orders/".Length..]]);
        });
        var plan = GeneratorRun.Journey(
            new RequestPlan(0, "GET", "/sign-in")
            {
                Captures = [new CapturePlan("csrf") { Header = "X-Csrf" }, new CapturePlan("token") { Pattern = "value='(\\w+)'" }, new CapturePlan("session") { Cookie = "session" }],
            },
            new RequestPlan(1, "POST", "/orders")
            {
                Body = "{request.id} {captured.token} {captured.session}",
                ContentType = "text/plain",
                Headers = ImmutableSortedDictionary<string, string>.Empty.Add("X-Csrf", "{captured.csrf}"),
                Answer = new AnswerPlan { Status = [201] },
                Captures = [new CapturePlan("order") { Json = "/id" }],
                Think = TimeSpan.FromMilliseconds(20),
            },
            new RequestPlan(2, "GET", "/orders/{captured.order}") { Answer = new AnswerPlan { Contains = "{request.id} t{captured.order} s{captured.order}" } });

        var totals = await _run.SendAsync(server.Address, plan, 150, cancellationToken);

        _run.Samples.Should().OnlyContain(sample => sample.Right);
        totals.Scheduled.Should().Be(_run.Samples.Length);
        foreach (var journey in _run.Samples.GroupBy(sample => sample.Sequence))
        {
            var requests = journey.OrderBy(sample => sample.DueNanoseconds).ToArray();
            requests.Select(sample => (int)sample.Route).Should().Equal(Enumerable.Range(0, requests.Length));
            if (requests.Length > 1)
            {
                requests[1].Due.Should().BeGreaterThanOrEqualTo(requests[0].Done + TimeSpan.FromMilliseconds(20), "the client thinks");
            }
        }

        var whole = _run.Samples.GroupBy(sample => sample.Sequence).LongCount(journey => journey.Count() == 3);
        whole.Should().BePositive();
        (totals.UnfinishedJourneys + whole).Should().Be(_run.Samples.LongCount(sample => sample.Route == 0));
    }

    [Test]
    public async Task Journey_ends_at_the_first_wrong_answer(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(
            request.Line.Contains("/second", StringComparison.Ordinal) ? 500 : 200, body: "nothing to capture"));
        var plan = GeneratorRun.Plan(
            new RequestPlan(0, "GET", "/first"),
            new RequestPlan(1, "GET", "/second"),
            new RequestPlan(2, "GET", "/never"),
            new RequestPlan(3, "GET", "/page") { Captures = [new CapturePlan("token") { Pattern = "value='(\\w+)'" }] },
            new RequestPlan(4, "GET", "/{captured.token}"));
        plan = plan with { Turns = [new TurnPlan(0, 3, 1) { Journey = "order" }, new TurnPlan(3, 2, 1) { Journey = "page" }] };

        var totals = await _run.SendAsync(server.Address, plan, 100, cancellationToken);

        _run.Samples.Should().NotContain(sample => sample.Route == 2 || sample.Route == 4);
        _run.Samples.Where(sample => sample.Route == 1).Should().NotBeEmpty().And.OnlyContain(sample => sample.Status == 500);
        _run.Samples.Where(sample => sample.Route == 3).Should().NotBeEmpty().And.OnlyContain(sample => sample.Check == AnswerCheck.WrongContent);
        totals.Dropped.Should().Be(0);
    }

    [Test]
    public async Task Journeys_that_think_hold_no_connection(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(200));
        var plan = GeneratorRun.Journey(new RequestPlan(0, "GET", "/first"), new RequestPlan(1, "GET", "/second") { Think = TimeSpan.FromSeconds(30) });
        plan = plan with { Connections = 2, Timeout = TimeSpan.FromSeconds(2) };

        var totals = await _run.SendAsync(server.Address, plan, 300, cancellationToken);

        totals.Dropped.Should().Be(0);
        totals.UnfinishedJourneys.Should().Be(totals.Scheduled, "the end of the traffic waits for no thought");
        server.Connections.Should().BeLessThanOrEqualTo(2);
    }

    private static string HeaderOf(ScriptedRequest request, string name) => request.Head.Split('\n')
        .Single(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
}
