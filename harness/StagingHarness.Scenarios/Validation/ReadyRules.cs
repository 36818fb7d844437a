using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Systems.Readiness;

namespace StagingHarness.Scenarios.Validation;

/// <summary>A server that is to be ready is ready by something.</summary>
internal static class ReadyRules
{
    public static void Check(SystemContext context)
    {
        foreach (var service in context.Services)
        {
            if (service.Value?.Value.Ready?.Value is PortReadyDocument { Port: { Value: false } port })
            {
                context.Findings.Report(
                    FindingCode.KeyDoesNotFit,
                    port.Span,
                    "a server that is not ready by its port must be ready by something.",
                    "write 'port: true', or 'path' or 'log' instead");
            }
        }
    }
}
