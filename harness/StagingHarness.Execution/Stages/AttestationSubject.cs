using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Stages;

/// <summary>An instance that is asked what it runs.</summary>
/// <param name="Instance">Who is asked.</param>
/// <param name="Service">What it is one of.</param>
internal sealed record AttestationSubject(IInstance Instance, ServicePlan Service);
