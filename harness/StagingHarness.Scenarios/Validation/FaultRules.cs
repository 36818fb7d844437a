using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Each fault has targets, and these stand on the stage; the provider that is changed exists.</summary>
internal static class FaultRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var body in context.AllSteps.Select(step => step.Value.Body).OfType<Spanned<StepBodyDocument>>())
        {
            switch (body.Value)
            {
                case FaultStepDocument { Fault: { Value: InstanceFaultDocument instances } fault }:
                    CheckTargets(context, fault.Span, instances);
                    break;
                case FaultStepDocument { Fault.Value: LinkFaultDocument link }:
                    CheckLink(context, link);
                    break;
                case ProviderStepDocument provider:
                    CheckProvider(context, body.Span, provider);
                    break;
            }
        }
    }

    private static void CheckTargets(ValidationContext context, SourceSpan at, InstanceFaultDocument fault)
    {
        switch (fault)
        {
            case { Instances: { } named }:
                CheckNamed(context, named.Value);
                if ((fault.Service?.Span ?? fault.Count?.Span) is { } beside)
                {
                    context.Findings.Report(
                        FindingCode.TargetsTwice,
                        beside,
                        "this says a second time what the fault hits.",
                        "keep 'instances', or 'service' with 'count'");
                }

                break;
            case { Service: { } service }:
                ServiceReferences.CheckStaged(context, service);
                CheckCount(context, service, fault.Count);
                break;
            default:
                context.Findings.Report(
                    FindingCode.NoTargets,
                    at,
                    "this fault hits nothing.",
                    "add 'instances: [portal-1]', or 'service: portal' and how many of it with 'count'");
                break;
        }
    }

    private static void CheckNamed(ValidationContext context, IEnumerable<Spanned<string>> named)
    {
        var known = StageInstances.Of(context.Scenario, null);
        foreach (var instance in named.Where(instance => !known.IsEmpty && !known.Contains(instance.Value)))
        {
            context.Findings.Report(
                FindingCode.UnknownInstance,
                instance.Span,
                $"no instance '{instance.Value}' stands on the stage.",
                NearestName.Hint(instance.Value, known));
        }
    }

    private static void CheckCount(ValidationContext context, Spanned<string> service, Spanned<int>? count)
    {
        var there = StageInstances.Of(context.Scenario, service.Value).Length;
        if (count is not null && there > 0 && count.Value > there)
        {
            context.Findings.Report(
                FindingCode.TooFewTargets,
                count.Span,
                $"this fault is to hit {count.Value} instances, and {there} of '{service.Value}' {(there == 1 ? "stands" : "stand")} on the stage.",
                $"write {there} or less, or put more of it on the stage");
        }
    }

    private static void CheckLink(ValidationContext context, LinkFaultDocument link)
    {
        if (context.System is null || link.From is not { } from || link.To is not { } to)
        {
            return;
        }

        var links = LinksOf(context).ToList();
        if (links.Count == 0 || links.Contains(new MemberPair(from.Value, to.Value)))
        {
            return;
        }

        var known = links.Select(pair => pair.From).Distinct().ToList();
        var (at, summary, hint) = known.Contains(from.Value)
            ? (to.Span, $"'{from.Value}' does not call '{to.Value}'.", $"it calls {NearestName.List([.. links.Where(pair => pair.From == from.Value).Select(pair => pair.To)])}")
            : (from.Span, $"'{from.Value}' calls no service of the stage.", $"those that do are {NearestName.List(known)}");
        context.Findings.Report(FindingCode.NoLink, at, summary, $"{hint}; a service calls those that it 'needs', and the gateway calls the traffic's");
    }

    /// <summary>Who calls whom: the gateway the service of the traffic, and each service those that it needs.</summary>
    private static IEnumerable<MemberPair> LinksOf(ValidationContext context)
    {
        if (context.Scenario.Traffic?.Value.Service is { } routed)
        {
            yield return new MemberPair(MemberPair.Gateway, routed.Value);
        }

        foreach (var service in context.Stage.Select(placement => placement.Name.Value))
        {
            foreach (var need in context.Service(service)?.Needs?.Value ?? [])
            {
                yield return new MemberPair(service, need.Value);
            }
        }
    }

    private static void CheckProvider(ValidationContext context, SourceSpan at, ProviderStepDocument step)
    {
        if (context.System is { Provider: null } && context.System.Services is not null)
        {
            context.Findings.Report(
                FindingCode.ProviderMissing,
                at,
                "this step changes the provider, and the system has none.",
                "remove the step, or add 'provider' to the system file");
        }
        else if (step is { Clock: null, RotateKeys: null, TokenLifetime: null } and not { RenewTokens: null, Begins: null })
        {
            context.Findings.Report(
                FindingCode.ProviderUnchanged,
                at,
                "this step changes nothing about the provider.",
                "add one of 'clock', 'rotate-keys', 'token-lifetime'");
        }
    }
}
