using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;

namespace StagingHarness.Tests.Execution.Programs;

public sealed class HarnessProgramLocatorTests
{
    [Test]
    public void Every_program_of_the_harness_lies_beside_the_tests_with_what_its_host_needs()
    {
        var locator = new HarnessProgramLocator(AppContext.BaseDirectory);

        var files = Enum.GetValues<HarnessProgram>().Select(locator.Locate).Append(locator.LocateSupervisor()).ToArray();

        files.Should().HaveCount(6);
        files.Should().OnlyContain(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json"))
            && File.Exists(Path.ChangeExtension(file, ".deps.json"))
            && File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "StagingHarness.Protocols.dll")));
    }

    [Test]
    public void Program_that_is_missing_is_told_with_where_it_should_be() =>
        FluentActions.Invoking(() => new HarnessProgramLocator("/nowhere").Locate(HarnessProgram.StandIn))
            .Should().Throw<HarnessProgramMissingException>().WithMessage("*'StandIn' is missing: *StagingHarness.StandIn.dll' does not exist.*");

    [Test]
    public void Host_is_the_first_candidate_that_exists()
    {
        DotnetHost.Choose(["/a", "/b", "/c"], file => file != "/a").Should().Be("/b");
        FluentActions.Invoking(() => DotnetHost.Choose(["/a"], _ => false)).Should().Throw<DotnetHostMissingException>();
    }
}
