using System.Net;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Link;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Link;

namespace StagingHarness.Tests.Link;

[TestFixture]
public sealed class ControlDeskTests : IDisposable
{
    private readonly LinkWays ways = new(IPAddress.Loopback, new LinkState(TimeProvider.System), TimeProvider.System);
    private readonly ControlDesk desk;

    public ControlDeskTests() => desk = new ControlDesk(ways, new ControlToken("token"));

    [SetUp]
    public void Calm() => ways.Disturb(LinkDisturbance.None);

    [OneTimeTearDown]
    public void Dispose() => ways.Dispose();

    [Test]
    public void Order_without_the_token_does_nothing()
    {
        var answer = desk.Answer(new LinkOrder { Token = "other", Disturbance = new LinkDisturbance { Refuses = true } });

        answer.Should().Be(new LinkAnswer { Refusal = "the order does not show this run's control token" });
        ways.Read().Disturbance.Should().Be(LinkDisturbance.None);
    }

    [TestCase("nowhere")]
    [TestCase(":80")]
    [TestCase("host:0")]
    [TestCase("host:70000")]
    public void Target_that_is_none_is_refused(string target) =>
        desk.Answer(new LinkOrder { Token = "token", Target = target }).Refusal.Should().Be($"target '{target}' is not written as HOST:PORT");

    [Test]
    public void Order_sets_what_the_answer_reads_back()
    {
        var slow = new LinkDisturbance { Delay = TimeSpan.FromMilliseconds(5), BytesPerSecond = 100 };

        desk.Answer(new LinkOrder { Token = "token", Disturbance = slow }).Reading!.Disturbance.Should().Be(slow);
        desk.Answer(new LinkOrder { Token = "token" }).Reading!.Disturbance.Should().Be(slow, "an order without one only reads");
    }
}
