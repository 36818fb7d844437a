using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Faults;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Planning.Faults;

/// <summary>A disk that is to be filled is a small one from the start on: all instances of its service get it so.</summary>
internal static class FullDisks
{
    public static SystemPlan Bound(SystemPlan system, ImmutableArray<ServicePlacementPlan> stage, IEnumerable<StepPlan> steps)
    {
        foreach (var fault in steps.OfType<FaultStepPlan>().Select(step => step.Fault).OfType<FullDiskFaultPlan>())
        {
            var hit = stage.Where(placement => placement.InstanceNames().Intersect(fault.Instances).Any()).Select(placement => placement.Service).ToHashSet();
            system = system with
            {
                Services = [.. system.Services.Select(service => hit.Contains(service.Name) ? Bound(service, fault) : service)],
            };
        }

        return system;
    }

    private static ServicePlan Bound(ServicePlan service, FullDiskFaultPlan fault) => service with
    {
        Container = service.Container with { WritableBytes = service.Container.WritableBytes.SetItem(fault.Path, fault.SizeBytes) },
    };
}
