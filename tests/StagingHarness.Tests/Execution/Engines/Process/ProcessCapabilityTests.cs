using System.Collections.Immutable;
using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Engines.Process;

public sealed class ProcessCapabilityTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("capability-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Projects_can_be_run() => ProcessCapability.WhyNot(new PlanBuilder().Build()).Should().BeNull();

    [Test]
    public void Fault_of_a_process_or_of_a_link_can_be_made() =>
        ProcessCapability.WhyNot(FaultPlans.Build(
            FaultPlans.Fault(FaultPlans.Kill("portal-1"), 1), FaultPlans.Fault(FaultPlans.Latency(FaultPlans.ToPortal), 1))).Should().BeNull();

    private static IEnumerable<TestCaseData> FaultsOfContainers =>
    [
        new(new DisconnectFaultPlan { Name = "it", Instances = ["portal-1"] },
            "all instances share this machine's loopback, so none can be taken off it. Use 'pause', or '--engine docker'."),
        new(new NamelessFaultPlan { Name = "it", Instances = ["portal-1"] },
            "on this machine's loopback instances are found by numbers, and have no names. Use '--engine docker'."),
        new(new MemoryFaultPlan { Name = "it", Instances = ["portal-1"], LimitBytes = 1 },
            "its processes have no control group of their own, so nothing limits one of them. Use '--engine docker'."),
        new(new ProcessorFaultPlan { Name = "it", Instances = ["portal-1"], Limit = new(0.1) },
            "its processes have no control group of their own, so nothing limits one of them. Use '--engine docker'."),
        new(new FullDiskFaultPlan { Name = "it", Instances = ["portal-1"], Path = "/tmp", SizeBytes = 1 },
            "all instances share this machine's disk. Use '--engine docker'."),
    ];

    [TestCaseSource(nameof(FaultsOfContainers))]
    public void Fault_of_a_container_cannot_be_made(object fault, string why) =>
        ProcessCapability.WhyNot(FaultPlans.Build(FaultPlans.Watch(1), FaultPlans.Fault((FaultPlan)fault, 1)))
            .Should().Be($"The process engine cannot make fault 'it': {why}");

    [Test]
    public void Image_with_an_installed_program_can_be_run()
    {
        var program = MakeProgram("database");

        WhyNot(new LocalLaunchPlan { Command = [program], Requires = [_folder, program] }).Should().BeNull();
    }

    [Test]
    public void Image_without_a_local_command_cannot() =>
        WhyNot(null).Should().Be(
            "The process engine cannot run artifact 'db/release/15' (image 'postgres:15'): the system file names no local command for it. "
            + "Add one, or use '--engine docker'.");

    [Test]
    public void Dockerfile_without_a_local_command_cannot() =>
        ProcessCapability.WhyNot(Plan(release => new DockerfileArtifactPlan { Id = release.Id, Place = release.Place, File = "db/Dockerfile", Local = null }))
            .Should().StartWith("The process engine cannot run artifact 'db/release/15' (image of 'db/Dockerfile'): the system file names no local command");

    [Test]
    public void Image_whose_required_path_is_missing_cannot() =>
        WhyNot(new LocalLaunchPlan { Command = [MakeProgram("database")], Requires = [_folder, "/no/such/path"] }).Should().Be(
            "The process engine cannot run artifact 'db/release/15' (image 'postgres:15'): '/no/such/path', which its local command requires, does not exist. "
            + "Install it, or use '--engine docker'.");

    [TestCase("no-such-program-anywhere")]
    [TestCase("/no/such/program")]
    [TestCase("bin/program")]
    [TestCase("{files.start}")]
    public void Image_whose_program_is_not_installed_cannot(string program) =>
        WhyNot(new LocalLaunchPlan { Command = [program], Requires = [] }).Should().Be(
            $"The process engine cannot run artifact 'db/release/15' (image 'postgres:15'): the program '{program}' of its local command was not found. "
            + "Install it, or use '--engine docker'.");

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows knows no such mode.")]
    public void File_that_may_not_be_executed_is_no_program()
    {
        var file = Path.Combine(_folder, "data");
        File.WriteAllText(file, "");

        WhyNot(new LocalLaunchPlan { Command = [file], Requires = [] }).Should().Contain("was not found");
    }

    [Test]
    public void Release_that_no_step_uses_does_not_matter() =>
        ProcessCapability.WhyNot(Plan(release => release.Id == "db/release/16"
                ? ((ImageArtifactPlan)release) with { Local = null }
                : ((ImageArtifactPlan)release) with { Local = new LocalLaunchPlan { Command = [MakeProgram("database")], Requires = [] } }))
            .Should().BeNull();

    private static string? WhyNot(LocalLaunchPlan? local) => ProcessCapability.WhyNot(Plan(release => ((ImageArtifactPlan)release) with { Local = local }));

    private string MakeProgram(string name)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return file;
    }

    private static ScenarioPlan Plan(Func<ArtifactPlan, ArtifactPlan> change)
    {
        var database = DatabasePlans.Service();
        var releases = database.Releases.ToImmutableSortedDictionary(release => release.Key, release => change(release.Value));
        return new PlanBuilder().WithService(database with { Releases = releases }, 1, DatabasePlans.Old).Build();
    }
}
