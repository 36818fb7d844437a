using FluentAssertions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Traffic;

namespace StagingHarness.Tests.Execution.Traffic;

public sealed class TrafficMemberTests
{
    private static readonly RunIdentity Run = new() { RunId = "r", ControlToken = "secret" };

    [Test]
    public void Member_orders_the_generator_program_with_its_control_listener_and_token()
    {
        var order = new TrafficMember(new FakeTimeProvider()).CreateOrders(Run, generators: 1).Should().ContainSingle().Subject;

        order.Name.Should().Be("generator");
        order.Program.Should().Be(new ProgramSource.Own(HarnessProgram.Generator));
        order.Arguments.Should().Equal("{listen.control.host}", "{listen.control.port}");
        order.Environment.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["STAGE_CONTROL_TOKEN"] = "secret",
            ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1",
        });
        order.Listeners.Should().Equal(new ListenerOrder("control", ListenerReach.Control));
        order.Readiness.Should().Be(new ReadinessCheck.TcpAccepts("control") { Deadline = TimeSpan.FromSeconds(20) });
    }

    [Test]
    public void Generators_that_share_a_schedule_are_told_apart_by_number()
    {
        var orders = new TrafficMember(new FakeTimeProvider()).CreateOrders(Run, generators: 3);

        orders.Select(order => order.Name).Should().Equal("generator-1", "generator-2", "generator-3");
    }
}
