using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Shapes;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Calls are counted by the provider's own endpoints, and by the mappings of its files.</summary>
internal static class EndpointNames
{
    public static void Check(ValidationContext context, Spanned<string>? endpoint)
    {
        if (endpoint is not null && context.System is { Provider: not null } system && !system.Endpoints.Contains(endpoint.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownEndpoint,
                endpoint.Span,
                $"the provider has no endpoint '{endpoint.Value}'.",
                NearestName.Hint(endpoint.Value, system.Endpoints));
        }
    }
}
