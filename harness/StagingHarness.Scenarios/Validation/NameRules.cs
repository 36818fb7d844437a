using System.Collections.Immutable;
using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Validation;

/// <summary>No name of the author's means something else on the stage or in a plan.</summary>
internal static class NameRules
{
    // Members of a stage find each other by these names, and by those of services.
    private static readonly ImmutableArray<string> Members = ["gateway", "provider", "generator", "relay", "supervisor"];

    public static void Check(SystemContext context)
    {
        foreach (var service in context.Services)
        {
            if (Members.Contains(service.Name.Value, StringComparer.Ordinal))
            {
                context.Findings.Report(
                    FindingCode.NameReserved,
                    service.Name.Span,
                    $"service '{service.Name.Value}' has the name of a member that the harness puts on a stage.",
                    $"choose another name; taken are {NearestName.List(Members)}");
            }

            foreach (var platform in service.Value?.Value.Platforms?.Value ?? [])
            {
                if (platform.Name.Value == ServerVersion.NoPlatform)
                {
                    context.Findings.Report(
                        FindingCode.NameReserved,
                        platform.Name.Span,
                        $"platform '{platform.Name.Value}' has the name that stands for no platform.",
                        "choose another name; a service that has no platforms leaves 'platforms' out");
                }
            }
        }
    }
}
