using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents.Faults;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans.Faults;

namespace StagingHarness.Scenarios.Validation;

/// <summary>Each fault has targets, and these stand on the stage; the provider that is changed exists.</summary>
internal static class FaultRules
{
    /// <summary>Writable in every container.</summary>
    private const string Temporary = "/tmp";

    public static void Check(ValidationContext context)
    {
        foreach (var body in WrittenSteps.Bodies(context))
        {
            switch (body.Value)
            {
                case FaultStepDocument { Fault: { Value: InstanceFaultDocument instances } fault }:
                    CheckTargets(context, fault.Span, instances);
                    CheckAmounts(context, instances);
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

    private static void CheckAmounts(ValidationContext context, InstanceFaultDocument fault)
    {
        switch (fault)
        {
            case ProcessorFaultDocument { Limit: { Value.Value: < 0.01 } limit }:
                context.Findings.Report(
                    FindingCode.OutOfRange, limit.Span, "this is less than 1 % of a processor, which no engine grants.", "write '1 %' or more");
                break;
            case FullDiskFaultDocument { Path: { } path } when ServicesOf(context, fault).FirstOrDefault(service => !MayWrite(service.Value, path.Value)) is { } service:
                context.Findings.Report(
                    FindingCode.NotWritable,
                    path.Span,
                    $"'{path.Value}' is no path that '{service.Name.Value}' may write.",
                    $"name one of {NearestName.List([Temporary, .. Writable(service.Value)])}, or add it to 'container.writable' of the service");
                break;
        }
    }

    private static IEnumerable<Named<ServiceDocument>> ServicesOf(ValidationContext context, InstanceFaultDocument fault) =>
        context.Services.Where(service => service.Name.Value == fault.Service?.Value
            || StageInstances.Of(context.Scenario, service.Name.Value).Intersect((fault.Instances?.Value ?? []).Select(instance => instance.Value)).Any());

    private static bool MayWrite(Spanned<ServiceDocument>? service, string path) => path == Temporary || Writable(service).Contains(path);

    private static IEnumerable<string> Writable(Spanned<ServiceDocument>? service) =>
        (service?.Value.Container?.Value.Writable?.Value ?? []).Select(path => path.Value);

    private static void CheckNamed(ValidationContext context, IEnumerable<Spanned<string>> named)
    {
        var known = StageInstances.Of(context.Scenario, null);
        foreach (var instance in named.Where(instance => !known.IsEmpty && !known.Contains(instance.Value)))
        {
            context.Findings.Report(
                FindingCode.UnknownTarget,
                instance.Span,
                $"no instance '{instance.Value}' stands on the stage at the start.",
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
        else if (context.System?.Provider?.Value is { } provider && step.Contract is { } contract
            && !(provider.Contracts?.Value ?? []).Any(known => known.Name.Value == contract.Value))
        {
            context.Findings.Report(
                FindingCode.UnknownContract,
                contract.Span,
                $"the provider has no contract '{contract.Value}'.",
                provider.Contracts is { } contracts
                    ? NearestName.Hint(contract.Value, contracts.Value.Select(known => known.Name.Value))
                    : "add it to 'contracts' below 'provider' in the system file");
        }
        else if (step.TokenLifetime is { Value.Milliseconds: not 0 } lifetime)
        {
            context.Findings.Report(FindingCode.OutOfRange, lifetime.Span, "tokens last whole seconds, and this does not.", "write it like '2s' or '5m'");
        }
        else if (step is { Contract: null, Facets: null, Clock: null, RotateKeys: null, TokenLifetime: null } and not { RenewTokens: null, Begins: null })
        {
            context.Findings.Report(
                FindingCode.ProviderUnchanged,
                at,
                "this step changes nothing about the provider.",
                "add one of 'contract', 'facets', 'clock', 'rotate-keys', 'token-lifetime'");
        }
    }
}
