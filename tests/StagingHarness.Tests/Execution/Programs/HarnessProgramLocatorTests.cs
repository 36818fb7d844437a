using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.TestKit.Files;

namespace StagingHarness.Tests.Execution.Programs;

public sealed class HarnessProgramLocatorTests
{
    private const string OfAbc = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

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
    public void Native_program_is_taken_only_when_it_was_built_from_the_assemblies_of_the_program()
    {
        using var folder = new TemporaryFolder();
        var program = Directory.CreateDirectory(Path.Combine(folder.Path, "instances", "Generator")).FullName;
        File.WriteAllText(Path.Combine(program, "StagingHarness.Generator.dll"), "abc");
        File.WriteAllText(Path.Combine(program, "StagingHarness.Protocols.dll"), "abc");
        var locator = new HarnessProgramLocator(folder.Path);
        locator.LocateNative(HarnessProgram.Generator).Should().BeNull("there is none");

        var native = MakeNative(folder, "StagingHarness.Generator");
        locator.LocateNative(HarnessProgram.Generator).Should().BeNull("nothing says what it was built from");

        var origin = Path.Combine(folder.Path, "native", "StagingHarness.Generator.built-from.txt");
        File.WriteAllText(origin, "");
        locator.LocateNative(HarnessProgram.Generator).Should().BeNull("nothing is said");

        File.WriteAllText(origin, $"{OfAbc} StagingHarness.Generator.dll\n{OfAbc} StagingHarness.Protocols.dll\n");
        locator.LocateNative(HarnessProgram.Generator).Should().Be(native);

        File.WriteAllText(Path.Combine(program, "StagingHarness.Protocols.dll"), "abd");
        locator.LocateNative(HarnessProgram.Generator).Should().BeNull("what it shares with the harness was built anew");
    }

    [Test]
    public void Native_supervisor_is_taken_by_the_same_rule()
    {
        using var folder = new TemporaryFolder();
        var program = Directory.CreateDirectory(Path.Combine(folder.Path, "instances", "Supervisor")).FullName;
        File.WriteAllText(Path.Combine(program, "StagingHarness.Supervisor.dll"), "abc");
        var native = MakeNative(folder, "StagingHarness.Supervisor");
        var locator = new HarnessProgramLocator(folder.Path);
        locator.LocateNativeSupervisor().Should().BeNull();

        File.WriteAllText(Path.Combine(folder.Path, "native", "StagingHarness.Supervisor.built-from.txt"), $"{OfAbc} StagingHarness.Supervisor.dll\n");

        locator.LocateNativeSupervisor().Should().Be(native);
    }

    [Test]
    public void Host_is_the_first_candidate_that_exists()
    {
        DotnetHost.Choose(["/a", "/b", "/c"], file => file != "/a").Should().Be("/b");
        FluentActions.Invoking(() => DotnetHost.Choose(["/a"], _ => false)).Should().Throw<DotnetHostMissingException>();
    }

    /// <returns>Its path, with the extension that the system wants.</returns>
    private static string MakeNative(TemporaryFolder folder, string name)
    {
        var native = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "native")).FullName, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        File.WriteAllText(native, "");
        return native;
    }
}
