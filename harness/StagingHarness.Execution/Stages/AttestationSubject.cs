using StagingHarness.Execution.Ports;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>An instance that is asked what it runs.</summary>
/// <param name="Instance">Who is asked.</param>
/// <param name="Service">What it is one of.</param>
internal sealed record AttestationSubject(IInstance Instance, ServicePlan Service);
