using System.Collections.Immutable;
using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Readiness;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.TestKit.Fakes;

namespace StagingHarness.Tests.Execution.Engines.Readiness;

public sealed class ReadinessLookTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    [Test]
    public async Task Http_is_spoken_once_a_connection_was_taken_and_nobody_knocks_any_more()
    {
        var probe = new KnockedProbe("connection refused", "connection refused", null) { Statuses = new Queue<int>([503, 200]) };
        var look = Look(probe, new ReadinessCheck.HttpOk("http", "/health") { Deadline = Timeout });

        var seen = new List<string?>();
        for (var time = 0; time < 4; time++)
        {
            seen.Add(await look.LookAsync(Timeout, CancellationToken.None));
        }

        seen.Should().Equal(
            "connection refused at 'http://portal-1.1.http/health'", "connection refused at 'http://portal-1.1.http/health'",
            "HTTP 503 at 'http://portal-1.1.http/health'", null);
        probe.Asked.Should().Equal("knock", "knock", "knock", "GET", "GET");
    }

    [TestCase(3, 2)]
    [TestCase(4.9, 1, Description = "rather too late than without having looked")]
    public async Task Answer_has_the_time_that_the_knock_left(double knock, double left)
    {
        var time = new FakeTimeProvider();
        var probe = new KnockedProbe([null]) { Statuses = new Queue<int>([200]), OnKnock = () => time.Advance(TimeSpan.FromSeconds(knock)) };

        await Look(probe, new ReadinessCheck.HttpOk("http", "/health") { Deadline = Timeout }, time: time).LookAsync(TimeSpan.FromSeconds(5), CancellationToken.None);

        probe.GivenToAnswer.Should().Be(TimeSpan.FromSeconds(left));
    }

    [Test]
    public async Task What_only_has_to_accept_is_not_spoken_to()
    {
        var probe = new KnockedProbe(null, null);

        (await Look(probe, new ReadinessCheck.TcpAccepts("http") { Deadline = Timeout }).LookAsync(Timeout, CancellationToken.None)).Should().BeNull();

        probe.Asked.Should().Equal("knock");
    }

    [Test]
    public async Task Answer_of_somebody_else_is_none()
    {
        var probe = new KnockedProbe([null]) { Statuses = new Queue<int>([200]) };

        var seen = await Look(probe, new ReadinessCheck.HttpOk("http", "/health") { Deadline = Timeout }, "another process listens there")
            .LookAsync(Timeout, CancellationToken.None);

        seen.Should().Be("another process listens there");
    }

    private static InstanceOrder Order { get; } = new()
    {
        Name = "portal-1",
        Generation = 1,
        Program = new ProgramSource.Own(HarnessProgram.Gateway),
        Arguments = [],
        Environment = ImmutableSortedDictionary<string, string>.Empty,
        Listeners = [new("http", ListenerReach.Edge)],
        Readiness = new ReadinessCheck.Launched { Deadline = Timeout },
    };

    private static ReadinessLook Look(IProbe probe, ReadinessCheck check, string? objection = null, TimeProvider? time = null) =>
        new(probe, new FakeInstance(Order, null, TimeSpan.Zero, TimeProvider.System), check, _ => objection, time ?? TimeProvider.System);

    /// <param name="refusals">What comes of knocking, in turn.</param>
    private sealed class KnockedProbe(params string?[] refusals) : IProbe
    {
        private readonly Queue<string?> _refusals = new(refusals);

        public Queue<int> Statuses { get; init; } = new();

        public Action OnKnock { get; init; } = () => { };

        public List<string> Asked { get; } = [];

        public TimeSpan GivenToAnswer { get; private set; }

        public Task<ProbeAnswer> GetAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
        {
            Asked.Add("GET");
            GivenToAnswer = timeout;
            return Task.FromResult(new ProbeAnswer(Statuses.Dequeue(), "", Problem: null, TimeSpan.Zero));
        }

        public Task<ProbeAnswer> AskAsync(ProbeQuestion question, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> ConnectAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
        {
            Asked.Add("knock");
            OnKnock();
            return Task.FromResult(_refusals.Dequeue());
        }
    }
}
