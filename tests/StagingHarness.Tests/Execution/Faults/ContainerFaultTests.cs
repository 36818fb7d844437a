using FluentAssertions;
using NUnit.Framework;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.History.Events;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Units;
using StagingHarness.TestKit.Fakes;
using StagingHarness.TestKit.Plans;

namespace StagingHarness.Tests.Execution.Faults;

/// <summary>Faults that only an engine with containers makes.</summary>
public sealed class ContainerFaultTests
{
    private const long Mebibyte = 1024 * 1024;

    [Test]
    public void Memory_isProvedByWhatTheSystemEnforces_andGrantedAgain()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.Uses = limits => new InstanceUsage(TimeSpan.Zero, 60 * Mebibyte)
        {
            MemoryLimitBytes = limits?.MemoryBytes ?? (512 * Mebibyte),
        };

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(Memory(128), minutes: 1)));

        record.LinesOf("4").Should().Contain("4 FaultProved memory: the system lets 'portal-1' hold 128 MiB of memory, of which it holds 60 MiB")
            .And.Contain("4 FaultEnded memory Healed: the system lets 'portal-1' hold 512 MiB of memory, of which it holds 60 MiB");
        stage.Engine.Latest("portal-1").Limits.Select(limits => limits.MemoryBytes).Should().Equal(128 * Mebibyte, 512 * Mebibyte);
    }

    [Test]
    public void Memory_thatTheSystemDoesNotEnforce_hasNoEffect()
    {
        using var stage = new FakeStage();

        stage.Run(FaultPlans.Build(FaultPlans.Fault(Memory(128), minutes: 1))).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: It was waited 10 s for the effect on 'portal-1'; "
            + "the last look saw that the system lets 'portal-1' hold any amount of memory, of which it holds 0 MiB.");
    }

    [Test]
    public void Memory_thatIsNoLessThanGranted_hasNoEffect()
    {
        using var stage = new FakeStage();

        stage.Run(FaultPlans.Build(FaultPlans.Fault(Memory(512), minutes: 1))).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: Fault 'memory' limits servers to 512 MiB of memory, and they have no more than that. Write a smaller 'limit'.");
    }

    [Test]
    public void Processor_isProvedOnceTheSystemHoldsTheServerBack()
    {
        using var stage = new FakeStage();
        var count = 0;
        stage.Engine.OnStarted = instance => instance.Uses = limits => new InstanceUsage(TimeSpan.Zero, 0)
        {
            Throttled = limits?.Processors is 0.1 ? ++count / 10 : 0,
        };

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(Processor(), minutes: 1)));

        record.All<FaultProved>().Single().Proof.Should().Be("the system held 'portal-1' back 1 time");
        record.All<FaultEnded>().Single().Outcome.Should().Be("in all the system held 'portal-1' back 1 time");
        stage.Engine.Latest("portal-1").Limits.Select(limits => limits.Processors).Should().Equal(0.1, double.PositiveInfinity);
    }

    [Test]
    public void Processor_ofAServerThatWantsNoMore_hasNoEffect()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(Processor(), minutes: 1)));

        record.LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: It was waited 10 s for 'portal-1' to want more than 10 % of a processor; the last look saw that the system held 'portal-1' back 0 times.");
        stage.Engine.Latest("portal-1").Limits[^1].Processors.Should().Be(double.PositiveInfinity, "it is undone when the run ends");
    }

    [Test]
    public void Disk_isFilled_andClearedAgain()
    {
        using var stage = new FakeStage();
        var commands = new List<string>();
        stage.Engine.OnStarted = instance => instance.Executes = command =>
        {
            commands.Add(string.Join(' ', command));
            return command[0] == "dd" ? new CommandResult(1, "", "dd: error writing '/tmp/.full': No space left on device") : new CommandResult(0, "", "");
        };

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(Disk(), minutes: 1)));

        record.All<FaultProved>().Single().Proof.Should().Be("'portal-1' can write no more to '/tmp' (No space left on device)");
        record.All<FaultEnded>().Single().Outcome.Should().Be("'portal-1' has room in '/tmp' again");
        commands.Should().Equal("dd if=/dev/zero of=/tmp/.full bs=4096", "rm -f /tmp/.full");
    }

    [Test]
    public void Disk_ofAnImageThatCannotFillIt_hasNoEffect()
    {
        using var stage = new FakeStage();
        stage.Engine.OnStarted = instance => instance.Executes = command => command[0] == "dd"
            ? new CommandResult(127, "", "dd: not found\n")
            : new CommandResult(0, "", "");

        stage.Run(FaultPlans.Build(FaultPlans.Fault(Disk(), minutes: 1))).LinesOf("4").Should().EndWith(
            "4 StepFailed NoEffect: '/tmp' of 'portal-1' is not full: 'dd' in it ended with exit code 127: dd: not found "
            + "The image must have 'dd', and its user must be allowed to write there.");
    }

    [Test]
    public void Names_areWithdrawn_andGivenBack()
    {
        using var stage = new FakeStage();

        var record = stage.Run(FaultPlans.Build(FaultPlans.Fault(new NamelessFaultPlan { Name = "lost", Instances = ["portal-2"] }, minutes: 1)));

        record.LinesOf("4").Should().Contain("4 FaultProved lost: 'portal-2' takes no connection (no route)")
            .And.Contain("4 FaultEnded lost Healed: 'portal-2' takes connections");
    }

    private static MemoryFaultPlan Memory(long mebibytes) => new() { Name = "memory", Instances = ["portal-1"], LimitBytes = mebibytes * Mebibyte };

    private static ProcessorFaultPlan Processor() => new() { Name = "cpu", Instances = ["portal-1"], Limit = new Share(0.1) };

    private static FullDiskFaultPlan Disk() => new() { Name = "full", Instances = ["portal-1"], Path = "/tmp", SizeBytes = Mebibyte };
}
