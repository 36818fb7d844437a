using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Checks;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Plans.Checks;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Each check says who is asked, and asks for something that can be.</summary>
internal static class CheckRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var step in WrittenSteps.Bodies(context).Select(body => body.Value).OfType<CheckStepDocument>())
        {
            if (step.Asked is not { } check)
            {
                continue;
            }

            if (check.Value is TargetedCheckDocument targeted)
            {
                CheckTarget(context, check.Span, targeted);
            }
            else if (check.Value is ProviderCheckDocument provider)
            {
                CheckProvider(context, check.Span, provider);
            }

            CheckSinceOf(context, step, check.Value);
        }
    }

    private static void CheckTarget(ValidationContext context, SourceSpan at, TargetedCheckDocument check)
    {
        switch (check)
        {
            case { Service: null, Instance: null }:
                context.Findings.Report(
                    FindingCode.CheckOfNobody,
                    at,
                    "nothing says who is asked.",
                    "add 'service: portal' for every server of it, or 'instance: portal-1'");
                break;
            case { Service: not null, Instance: { } instance }:
                context.Findings.Report(
                    FindingCode.CheckOfTwo,
                    instance.Span,
                    "this says a second time who is asked.",
                    "keep 'service' for every server of it, or 'instance' for one");
                break;
            case { Service: { } service }:
                ServiceReferences.CheckStaged(context, service);
                break;
        }
    }

    private static void CheckProvider(ValidationContext context, SourceSpan at, ProviderCheckDocument check)
    {
        if (check is { Endpoint: null, Unmatched: null or { Value: false } } or { Endpoint: not null, Unmatched: not null })
        {
            context.Findings.Report(
                FindingCode.CheckOfCallsUnclear,
                check.Unmatched?.Span ?? at,
                "which calls are counted cannot be told.",
                "write 'endpoint: token', or 'unmatched: true' for calls that no endpoint knows");
        }

        EndpointNames.Check(context, check.Endpoint);
        if (context.System is { Provider: null, Services: not null })
        {
            context.Findings.Report(
                FindingCode.CheckWithoutProvider,
                at,
                "this asks for calls of the provider, and the system has none.",
                "remove the step, or add 'provider' to the system file");
        }
    }

    /// <summary>A probe asks once, as soon as it begins.</summary>
    private static void CheckSinceOf(ValidationContext context, CheckStepDocument step, CheckDocument check)
    {
        var since = check switch
        {
            LogCheckDocument log => log.Since,
            ProviderCheckDocument provider => provider.Since,
            _ => null,
        };
        if (step is ProbeStepDocument && since is { Value: CheckSince.Step })
        {
            context.Findings.Report(
                FindingCode.ProbeCountsNothing,
                since.Span,
                "a probe asks at once, so nothing has happened since it began.",
                "write a 'wait' instead, or 'since: run'");
        }
    }
}
