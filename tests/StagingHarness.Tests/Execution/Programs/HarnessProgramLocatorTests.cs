using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.TestKit.Files;

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
    public void Native_program_is_taken_only_when_it_was_built_from_the_assembly_beside_it()
    {
        using var folder = new TemporaryFolder();
        var program = Directory.CreateDirectory(Path.Combine(folder.Path, "instances", "Generator", "native"));
        File.WriteAllText(Path.Combine(program.Parent!.FullName, "StagingHarness.Generator.dll"), "abc");
        var native = Path.Combine(program.FullName, "StagingHarness.Generator");
        var locator = new HarnessProgramLocator(folder.Path);
        locator.LocateNative(HarnessProgram.Generator).Should().BeNull("there is none");

        File.WriteAllText(native, "");
        locator.LocateNative(HarnessProgram.Generator).Should().BeNull("nothing says what it was built from");

        File.WriteAllText(Path.Combine(program.FullName, "built-from.txt"), "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD\n");
        locator.LocateNative(HarnessProgram.Generator).Should().Be(native);

        File.WriteAllText(Path.Combine(program.Parent!.FullName, "StagingHarness.Generator.dll"), "abd");
        locator.LocateNative(HarnessProgram.Generator).Should().BeNull("the assembly was built anew");
    }

    [Test]
    public void Native_supervisor_is_taken_by_the_same_rule()
    {
        using var folder = new TemporaryFolder();
        var program = Directory.CreateDirectory(Path.Combine(folder.Path, "instances", "Supervisor", "native"));
        File.WriteAllText(Path.Combine(program.Parent!.FullName, "StagingHarness.Supervisor.dll"), "abc");
        var native = Path.Combine(program.FullName, "StagingHarness.Supervisor");
        File.WriteAllText(native, "");
        var locator = new HarnessProgramLocator(folder.Path);
        locator.LocateNativeSupervisor().Should().BeNull();

        File.WriteAllText(Path.Combine(program.FullName, "built-from.txt"), "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD\n");

        locator.LocateNativeSupervisor().Should().Be(native);
    }

    [Test]
    public void Host_is_the_first_candidate_that_exists()
    {
        DotnetHost.Choose(["/a", "/b", "/c"], file => file != "/a").Should().Be("/b");
        FluentActions.Invoking(() => DotnetHost.Choose(["/a"], _ => false)).Should().Throw<DotnetHostMissingException>();
    }
}
