using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Engines.Process;
using StagingHarness.Execution.Locks;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Execution.Programs;
using StagingHarness.Execution.Supervision;

namespace StagingHarness.Tests.Execution.Engines.Process;

/// <summary>What the engine and its parts say when the environment is in trouble.</summary>
public sealed class MessageTests
{
    private static readonly string N = Environment.NewLine;

    [Test]
    public void Instance_that_died_is_told_with_its_code_and_output()
    {
        new InstanceDiedException("portal-1", new InstanceExit(134, Killed: false, ["one", "two"])).Message.Should()
            .Be($"Instance 'portal-1' ended with exit code 134 before it was ready. Its last output:{N}    one{N}    two");
        new InstanceDiedException("portal-1", new InstanceExit(null, Killed: true, [])).Message.Should()
            .Be($"Instance 'portal-1' ended with an unknown exit code before it was ready. Its last output:{N}    (it wrote nothing)");
    }

    [Test]
    public void Instance_that_is_not_ready_is_told_with_the_last_observation() =>
        new InstanceNotReadyException("portal-1", TimeSpan.FromSeconds(10), "HTTP 503 at 'http://127.0.0.1:5/health'", ["starting"]).Message.Should()
            .Be("Instance 'portal-1' was not ready within 10 s; the last check saw HTTP 503 at 'http://127.0.0.1:5/health'. "
                + $"Give it a longer 'ready.within' in the system file, or see why it is slow. Its last output:{N}    starting");

    [Test]
    public void Instance_that_outlives_the_kill_is_told() =>
        new InstanceNotEndedException("portal-1", "77", TimeSpan.FromSeconds(5)).Message.Should()
            .Be("Instance 'portal-1' (process 77) did not end within 5 s of being killed. "
                + "It hangs in the system's kernel, as on a file system that does not answer; see to that, then end it by hand.");

    [Test]
    public void Platform_with_several_programs_is_told() =>
        new PlacedProgramException("portal-1", "platform", "/run/platform", 2).Message.Should()
            .Be("Instance 'portal-1' cannot be started: its platform folder '/run/platform' holds 2 programs "
                + "(files '*.runtimeconfig.json'), and must hold one. Let the platform's project be one executable.");

    [Test]
    public void Release_without_a_program_is_told() =>
        new PlacedProgramException("portal-1", "release", "/run/release", 0).Message.Should()
            .Be("Instance 'portal-1' cannot be started: its release folder '/run/release' holds 0 programs "
                + "(files '*.runtimeconfig.json'), and must hold one. Let the release's project be one executable.");

    [Test]
    public void Instance_that_does_not_freeze_or_go_on_is_told()
    {
        new InstanceNotFrozenException("db-1", "77", wasToFreeze: true, TimeSpan.FromSeconds(5)).Message.Should()
            .Be("Instance 'db-1' (process 77) did not stand still within 5 s of being told to. "
                + "See whether a debugger holds it, or whether it has ended; then run again.");
        new InstanceNotFrozenException("db-1", "77", wasToFreeze: false, TimeSpan.FromSeconds(5)).Message.Should().Contain("did not go on within 5 s");
    }

    [Test]
    public void File_that_an_instance_cannot_have_is_told() =>
        new FileNotPlacedException("db-1", "/root/a.conf", new IOException("No such file.")).Message.Should()
            .Be("Instance 'db-1' cannot have file '/root/a.conf': No such file. Correct its entry in the system file.");

    [Test]
    public void Lock_file_that_cannot_be_opened_is_told() =>
        new FileLockBrokenException("/run/one.lock", new IOException("No space left on device.")).Message.Should()
            .Be("Lock file '/run/one.lock' could not be opened: No space left on device. "
                + "Mend that, or delete the file while nothing runs; then run again.");

    [Test]
    public void Record_that_cannot_be_written_is_told() =>
        new RecordNotWrittenException(new IOException("No space left on device.")).Message.Should()
            .Be("What the traffic measured could not be written: No space left on device. Make room on the disk or mend it, then run again.");

    [Test]
    public void Supervisor_that_is_lost_is_told() =>
        new SupervisorLostException("ended with exit code 137", []).Message.Should()
            .Be("The supervisor of the stage's processes ended with exit code 137; the processes were ended too. "
                + $"Run again; if it happens again, see whether something on this machine kills processes. Its last output:{N}    (it wrote nothing)");

    [Test]
    public void Program_that_cannot_be_started_is_told() =>
        new ProcessStartException("/bin/none", "No such file or directory.").Message.Should()
            .Be("Program '/bin/none' could not be started: No such file or directory. Mend the system's entry, or install what is missing.");

    [Test]
    public void Harness_program_that_is_missing_is_told() =>
        new HarnessProgramMissingException("Gateway", "/x/StagingHarness.Gateway.dll").Message.Should()
            .Be("The harness's program 'Gateway' is missing: '/x/StagingHarness.Gateway.dll' does not exist. "
                + "Build the project that you run again; its build puts the harness's programs into 'instances' beside it.");

    [Test]
    public void Host_that_is_missing_is_told() =>
        new DotnetHostMissingException(["/a/dotnet", "/b/dotnet"]).Message.Should()
            .Be("The dotnet host was not found; tried '/a/dotnet', '/b/dotnet'. "
                + "Install the .NET SDK, or set DOTNET_ROOT to the folder that holds 'dotnet'.");

    [Test]
    public void Lock_that_is_held_is_told() =>
        new FileLockTimeoutException("the artifact cache", TimeSpan.FromMinutes(10), "process 77").Message.Should()
            .Be("The lock for the artifact cache was not free within 600 s; it is held by process 77. Wait for that process, or end it.");

    [Test]
    public void Artifact_that_does_not_build_is_told() =>
        new ArtifactBuildException("portal/platform/1", "'a.csproj' does not build.", ["a.cs(1,1): error CS1002: ; expected"]).Message.Should()
            .Be("Artifact 'portal/platform/1' could not be built: 'a.csproj' does not build. Mend it, or correct its entry in the system file. "
                + $"Last output:{N}    a.cs(1,1): error CS1002: ; expected");
}
