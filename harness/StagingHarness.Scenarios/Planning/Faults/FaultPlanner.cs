using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Faults;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Scenarios.Planning.Faults;

/// <summary>Makes the plan of a fault: its targets are drawn, its defaults decided.</summary>
internal sealed class FaultPlanner(ScenarioDocument scenario)
{
    public FaultPlan Plan(FaultStepDocument step) => step.Fault.Given() switch
    {
        InstanceFaultDocument fault => OfInstances(step, fault),
        LinkFaultDocument fault => OfLink(step, fault),
        var other => throw new InvalidOperationException($"Fault '{other.GetType().Name}' has no plan."),
    };

    private InstanceFaultPlan OfInstances(FaultStepDocument step, InstanceFaultDocument fault)
    {
        var instances = FaultTargets.Of(step, fault, scenario);
        return fault switch
        {
            KillFaultDocument => new KillFaultPlan { Name = step.ItsName, Instances = instances },
            StopFaultDocument => new StopFaultPlan { Name = step.ItsName, Instances = instances },
            PauseFaultDocument => new PauseFaultPlan { Name = step.ItsName, Instances = instances },
            RestartFaultDocument => new RestartFaultPlan { Name = step.ItsName, Instances = instances },
            DisconnectFaultDocument => new DisconnectFaultPlan { Name = step.ItsName, Instances = instances },
            NamelessFaultDocument => new NamelessFaultPlan { Name = step.ItsName, Instances = instances },
            MemoryFaultDocument memory => new MemoryFaultPlan { Name = step.ItsName, Instances = instances, LimitBytes = memory.Limit.Given() },
            ProcessorFaultDocument processor => new ProcessorFaultPlan { Name = step.ItsName, Instances = instances, Limit = processor.Limit.Given() },
            FullDiskFaultDocument disk => new FullDiskFaultPlan
            {
                Name = step.ItsName,
                Instances = instances,
                Path = disk.Path.Given(),
                SizeBytes = disk.Size.Given(),
            },
            _ => throw new InvalidOperationException($"Fault '{fault.GetType().Name}' has no plan."),
        };
    }

    private LinkFaultPlan OfLink(FaultStepDocument step, LinkFaultDocument fault)
    {
        var between = new MemberPair(fault.From.Given(), fault.To.Given());
        return fault switch
        {
            LatencyFaultDocument latency => new LatencyFaultPlan
            {
                Name = step.ItsName,
                Between = between,
                Delay = latency.Delay.Given(),
                Jitter = latency.Jitter?.Value ?? TimeSpan.Zero,
                Seed = Seeds.Of(scenario.Seed?.Value ?? Defaults.Seed, step.ItsName),
            },
            BandwidthFaultDocument bandwidth => new BandwidthFaultPlan { Name = step.ItsName, Between = between, BytesPerSecond = bandwidth.Rate.Given() },
            ResetFaultDocument reset => new ResetFaultPlan { Name = step.ItsName, Between = between, AfterBytes = reset.After?.Value ?? 0 },
            RefuseFaultDocument => new RefuseFaultPlan { Name = step.ItsName, Between = between },
            _ => throw new InvalidOperationException($"Fault '{fault.GetType().Name}' has no plan."),
        };
    }
}
