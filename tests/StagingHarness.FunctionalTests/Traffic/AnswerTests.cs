using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Analysis.Outcomes;
using StagingHarness.Protocols.Generator;
using StagingHarness.Protocols.Samples;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Expectations;

namespace StagingHarness.FunctionalTests.Traffic;

/// <summary>What counts as a right answer beside a 2xx.</summary>
[CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AnswerTests
{
    private readonly GeneratorRun _run = new();

    [Test]
    public async Task Answer_with_the_wrong_body_is_wrong_whatever_its_status(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.AnswerAsync(
            request.Line.StartsWith("POST", StringComparison.Ordinal) ? 201 : 200,
            body: request.Number % 4 == 3 ? "{\"status\":\"lost\",\"lines\":[]}" : "{\"status\":\"placed\",\"lines\":[{\"quantity\":2}]}"));
        var plan = GeneratorRun.Plan(new RequestPlan(0, "GET", "/orders")
        {
            Answer = new AnswerPlan
            {
                Contains = "\"status\"",
                Matches = "quantity\":\\d",
                Json = ImmutableSortedDictionary<string, string>.Empty.Add("/status", "placed").Add("/lines/0/quantity", "2"),
            },
        });
        plan = plan with { Connections = 1 };

        await _run.SendAsync(server.Address, plan, 100, cancellationToken);

        var wrong = _run.Samples.Where(sample => !sample.Right).ToArray();
        wrong.Should().HaveCountGreaterThan(20).And.OnlyContain(
            sample => sample.Status == 200 && Signatures.Of(sample) == AnswerSignature.WrongContent && (sample.Sequence + 1) % 4 == 3);
        _run.Samples.Except(wrong).Should().OnlyContain(sample => (sample.Sequence + 1) % 4 != 3);
    }

    [Test]
    public async Task Request_without_valid_credentials_is_right_when_refused_and_wrong_when_let_in(CancellationToken cancellationToken)
    {
        const string valid = "\nAuthorization: Bearer head.body.signature-of-it\n";
        await using var server = new ScriptedServer(request =>
        {
            var forgets = request.Line.Contains("/open", StringComparison.Ordinal);
            return request.AnswerAsync(forgets || request.Head.Contains(valid, StringComparison.Ordinal) ? 200 : 401);
        });
        var refused = new AnswerPlan { Status = [401] };
        var plan = GeneratorRun.Plan(
            new RequestPlan(0, "GET", "/account"),
            new RequestPlan(1, "GET", "/account") { Credentials = ShownCredentials.None, Answer = refused },
            new RequestPlan(2, "GET", "/account") { Credentials = ShownCredentials.Wrong, Answer = refused },
            new RequestPlan(3, "GET", "/open") { Credentials = ShownCredentials.None, Answer = refused },
            new RequestPlan(4, "GET", "/open") { Credentials = ShownCredentials.Wrong, Answer = refused });
        plan = plan with { Turns = [new(0, 1, 6), new(1, 1, 1), new(2, 1, 1), new(3, 1, 1), new(4, 1, 1)] };

        await _run.SendAsync(server.Address, plan, 100, cancellationToken);

        foreach (var sample in _run.Samples)
        {
            sample.Right.Should().Be(sample.Route < 3, "route {0} got {1}", sample.Route, sample.Status);
            Signatures.Of(sample).Should().Be(sample.Route < 3 ? null : AnswerSignature.LetIn);
        }

        _run.Samples.Take(100).Count(sample => sample.Route == 0).Should().BeInRange(55, 65, "six of ten weigh as much");
    }

    [Test]
    public async Task Redirects_are_answers_or_followed_and_a_loop_is_a_failure_of_its_own(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.Line.Split(' ')[1] switch
        {
            "/old" => request.AnswerAsync(302, "Location: /new\nSet-Cookie: seen=1\n"),
            "/new" => request.AnswerAsync(request.Head.Contains("\nCookie: seen=1\n", StringComparison.Ordinal) ? 200 : 400),
            _ => request.AnswerAsync(307, "Location: /loop\n"),
        });
        var plan = GeneratorRun.Plan(new RequestPlan(0, "GET", "/old"), new RequestPlan(1, "GET", "/loop"));

        await _run.SendAsync(server.Address, plan, 40, cancellationToken);
        var following = new GeneratorRun();
        await following.SendAsync(server.Address, plan with { Redirects = 3 }, 40, cancellationToken);

        _run.Samples.Should().OnlyContain(sample => Signatures.Of(sample) == AnswerSignature.Redirected);
        following.Samples.Where(sample => sample.Route == 0).Should().NotBeEmpty().And.OnlyContain(sample => sample.Right && sample.Status == 200);
        following.Samples.Where(sample => sample.Route == 1).Should().NotBeEmpty()
            .And.OnlyContain(sample => Signatures.Of(sample) == AnswerSignature.RedirectLoop && sample.Check == AnswerCheck.RedirectLoop);
    }

    [Test]
    public async Task Recording_is_sent_in_its_order_and_right_is_what_was_recorded(CancellationToken cancellationToken)
    {
        await using var server = new ScriptedServer(request => request.Line.Split(' ')[1] switch
        {
            "/account" when !request.Head.Contains("\nAuthorization:", StringComparison.Ordinal) => request.AnswerAsync(401),
            "/account" or "/back" or "//elsewhere/account" => request.AnswerAsync(200),
            "/old" => request.AnswerAsync(302, "Location: /account\n"),
            _ => request.AnswerAsync(404),
        });
        var plan = GeneratorRun.Plan(
            new RequestPlan(0, "GET", "/account"),
            new RequestPlan(1, "GET", "/gone") { Answer = new AnswerPlan { Status = [404] } },
            new RequestPlan(2, "GET", "/account") { Credentials = ShownCredentials.None, Answer = new AnswerPlan { Status = [401] } },
            new RequestPlan(3, "GET", "/old") { Answer = new AnswerPlan { Status = [302] } },
            new RequestPlan(4, "GET", "//elsewhere/account"),
            new RequestPlan(5, "GET", "/back") { Answer = new AnswerPlan { Status = [404] } });
        ImmutableArray<long> moments = [0, 5_000, 5_000, 20_000, 30_000, 40_000, 45_000];
        plan = plan with
        {
            Recorded = [0, 1, 0, 2, 3, 4, 5],
            Redirects = 3,
            Arrivals = new ArrivalsPlan
            {
                Spread = ArrivalSpread.Evenly,
                Stretches = [],
                ThenPerSecond = plan.RatePerSecond,
                Recording = new RecordingPlan { File = "access.log", Speed = 1, Microseconds = moments, PeriodMicroseconds = 50_000 },
            },
        };

        await _run.SendAsync(server.Address, plan, 70, cancellationToken);

        var begin = _run.Samples.Min(sample => sample.DueNanoseconds);
        foreach (var sample in _run.Samples)
        {
            var (round, position) = Math.DivRem((int)sample.Sequence, 7);
            sample.Route.Should().Be((ushort)plan.Recorded.Value[position]);
            sample.DueNanoseconds.Should().Be(begin + (((round * 50_000) + moments[position]) * 1_000));
            ((int)sample.Status).Should().Be(sample.Route switch { 1 => 404, 2 => 401, 3 => 302, _ => 200 });
            sample.Right.Should().Be(sample.Route != 5, "route {0} got {1}", sample.Route, sample.Status);
        }
    }

    [Test]
    public async Task Form_of_a_page_elsewhere_is_sent_and_leads_back_as_in_a_browser(CancellationToken cancellationToken)
    {
        ScriptedServer? site = null;
        await using var provider = new ScriptedServer(request => request.Line switch
        {
            "GET /authorize HTTP/1.1" when request.Head.Contains("\nAuthorization:", StringComparison.Ordinal) => request.AnswerAsync(400),
            "GET /authorize HTTP/1.1" => request.AnswerAsync(200, body: "<form method='post' action='/login'><input type='hidden' name='t' value='a&amp;b'><input name='user'></form>"),
            "POST /login HTTP/1.1" when request.Body == "t=a%26b&user=alice" => request.AnswerAsync(302, $"Location: {site!.Address}back\n"),
            _ => request.AnswerAsync(405),
        });
        await using var portal = new ScriptedServer(request => request.Line switch
        {
            "GET /account HTTP/1.1" when request.Head.Contains("\nCookie: in=1\n", StringComparison.Ordinal) => request.AnswerAsync(200, body: "Welcome"),
            "GET /account HTTP/1.1" => request.AnswerAsync(302, $"Location: {provider.Address}authorize\n"),
            "GET /back HTTP/1.1" => request.AnswerAsync(302, "Location: /account\nSet-Cookie: in=1\n"),
            _ => request.AnswerAsync(404),
        });
        site = portal;
        var plan = GeneratorRun.Journey(
            new RequestPlan(0, "GET", "/account"),
            new RequestPlan(1, "POST", "/login")
            {
                Form = ImmutableSortedDictionary<string, FormFieldPlan>.Empty.Add("user", new FormFieldPlan { Value = "alice" }),
                Answer = new AnswerPlan { Contains = "Welcome" },
            });

        await _run.SendAsync(portal.Address, plan with { Redirects = 5 }, 40, cancellationToken);

        _run.Samples.Should().OnlyContain(sample => sample.Right).And.Contain(sample => sample.Route == 1);
    }

    [TestCase(null, 1, 8)]
    [TestCase(1, 0, 0)]
    [TestCase(5, 0, 0)]
    public async Task Connections_live_as_long_as_they_are_to(int? requests, int least, int most, CancellationToken cancellationToken)
    {
        // The server would keep every connection: it is the client that leaves.
        await using var server = new ScriptedServer(request => request.AnswerAsync(200));
        var plan = GeneratorRun.Plan(new RequestPlan(0, "GET", "/account")) with { RequestsPerConnection = requests };

        var totals = await _run.SendAsync(server.Address, plan, 100, cancellationToken);

        totals.Connections.Should().Be(server.Connections, "what is told is what was");
        _run.Samples.Select(sample => sample.Failure).Should().AllBeEquivalentTo(Failure.None);
        if (requests is { } each)
        {
            var needed = (int)Math.Ceiling(totals.Answered / (double)each);
            totals.Connections.Should().BeInRange(needed, needed + plan.Connections);
        }
        else
        {
            totals.Connections.Should().BeInRange(least, most);
        }
    }
}
