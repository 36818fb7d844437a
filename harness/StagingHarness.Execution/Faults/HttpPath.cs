using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.Scenarios.Plans.Systems.Readiness;

namespace StagingHarness.Execution.Faults;

/// <summary>A path at which a server of a service answers over HTTP.</summary>
internal static class HttpPath
{
    /// <summary>Null for a service of which none is known.</summary>
    public static string? Of(ServicePlan service) => (service.Health, service.Readiness, service.Attestation) switch
    {
        ({ Path: var path }, _, _) => path,
        (_, HttpReadinessPlan { Path: var path }, _) => path,
        (_, _, JsonAttestationPlan { Path: var path }) => path,
        (_, _, HeaderAttestationPlan { Path: var path }) => path,
        _ => null,
    };
}
