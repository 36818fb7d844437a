using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Steps;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What the upgrade and the steps name exists, and the upgrade that is described is applied.</summary>
internal static class StepRules
{
    public static void Check(ValidationContext context)
    {
        if (context.Scenario.Upgrade is { } upgrade)
        {
            CheckUpgrade(context, upgrade.Value);
        }

        foreach (var body in WrittenSteps.Bodies(context))
        {
            if (body.Value is VersionStepBodyDocument version)
            {
                CheckStep(context, body, version);
            }
        }
    }

    /// <summary>The target that the step names itself; null when it takes the one of <c>upgrade</c>, or has none.</summary>
    public static Spanned<VersionDocument>? OwnTarget(StepBodyDocument body) => body switch
    {
        UpgradingStepDocument upgrading => upgrading.To,
        _ => null,
    };

    private static void CheckUpgrade(ValidationContext context, UpgradeDocument upgrade)
    {
        if (upgrade.Service is { } service)
        {
            ServiceReferences.CheckStaged(context, service);
        }

        if (upgrade.To is not { } target)
        {
            return;
        }

        CheckTarget(context, ServiceChoice.Of(context.Scenario, upgrade.Service), target);
        var applied = WrittenSteps.Bodies(context).Any(body => body.Value is UpgradingStepDocument { To: null });
        if (!applied && WrittenSteps.AreAllRead(context))
        {
            context.Findings.Report(
                FindingCode.UpgradeUnused,
                target.Span,
                "no step applies this upgrade.",
                "add the steps '- stage: {}' and '- activate: {}' (or '- upgrade: {}'), or remove the section");
        }
    }

    private static void CheckStep(ValidationContext context, Spanned<StepBodyDocument> body, VersionStepBodyDocument version)
    {
        var service = ServiceChoice.Of(context.Scenario, version.Service);
        if (version.Service is { } given)
        {
            ServiceReferences.CheckStaged(context, given);
        }
        else if (service is null && context.Scenario.Stage is not null)
        {
            context.Findings.Report(
                FindingCode.ServiceNotGiven,
                body.Span,
                "which service this step means cannot be told.",
                $"add 'service:' with one of {NearestName.List([.. context.Stage.Select(placement => placement.Name.Value)])}");
        }

        if (OwnTarget(version) is { } target)
        {
            CheckTarget(context, service, target);
        }
        else if (version is UpgradingStepDocument && context.Root.Entry("upgrade") is null)
        {
            context.Findings.Report(
                FindingCode.NoTarget,
                body.Span,
                "this step has nothing to upgrade to.",
                "add 'to: { release: ... }' below it, or the section 'upgrade' with 'to'");
        }
    }

    private static void CheckTarget(ValidationContext context, string? service, Spanned<VersionDocument> target)
    {
        if (service is not null)
        {
            ServiceReferences.CheckVersion(context, service, target.Value);
        }
    }
}
