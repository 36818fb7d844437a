using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Docker.Sweeping;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Tests.Execution.Engines.Docker.Sweeping;

public sealed class DockerLabelsTests
{
    [Test]
    public void Labels_of_a_run_name_it_its_owner_and_its_host_and_no_secret() =>
        DockerLabels.ForRun(new RunIdentity { RunId = "r1", ControlToken = "secret" }, new OwnerLabel(77, "123", "pid:[4]"), "lab-1")
            .Should().BeEquivalentTo(new Dictionary<string, string>
            {
                ["org.staging-harness.run"] = "r1",
                ["org.staging-harness.owner"] = "77:123:pid:[4]",
                ["org.staging-harness.host"] = "lab-1",
            });

    [Test]
    public void Hosts_of_one_name_are_told_apart_by_their_ids()
    {
        HostId.Of("lab", "0123\n").Should().Be(HostId.Of("lab", "0123")).And.MatchRegex("^lab-[0-9a-f]{12}$");
        HostId.Of("lab", "0124").Should().NotBe(HostId.Of("lab", "0123"));
        HostId.Of("lab", null).Should().Be("lab");
    }

    [Test]
    public void Host_of_this_machine_is_the_same_each_time() => HostId.OfThisMachine().Should().Be(HostId.OfThisMachine()).And.StartWith(Environment.MachineName);
}
