using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Ports.Instances;

namespace StagingHarness.Tests.Execution.Engines.Process;

public sealed class PortCollisionTests
{
    private static readonly InstanceExit Collided = new(
        134, Killed: false, ["Unhandled exception. System.IO.IOException: Failed to bind to address http://127.0.0.1:5001: address already in use."]);

    [Test]
    public void Death_because_of_a_taken_port_is_tried_again_up_to_the_last_attempt()
    {
        PortCollision.CallsForRetry(Collided, attempt: 1).Should().BeTrue();
        PortCollision.CallsForRetry(Collided, attempt: PortCollision.MostAttempts - 1).Should().BeTrue();
        PortCollision.CallsForRetry(Collided, attempt: PortCollision.MostAttempts).Should().BeFalse();
    }

    [Test]
    public void Other_deaths_are_not_tried_again() =>
        PortCollision.CallsForRetry(Collided with { LastOutput = ["Could not load file or assembly"] }, attempt: 1).Should().BeFalse();
}
