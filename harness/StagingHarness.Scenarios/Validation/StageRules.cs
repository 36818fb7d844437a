using StagingHarness.Scenarios.Diagnostics;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;

namespace StagingHarness.Scenarios.Validation;

/// <summary>What stands on the stage exists, in a version that it can have, and with all that it needs.</summary>
internal static class StageRules
{
    public static void Check(ValidationContext context)
    {
        foreach (var placement in context.Stage)
        {
            ServiceReferences.CheckKnown(context, placement.Name);
            if (placement.Value?.Value is { } document)
            {
                ServiceReferences.CheckVersion(
                    context,
                    placement.Name.Value,
                    new VersionDocument { Release = document.Release, Platform = document.Platform, Configuration = document.Configuration });
            }

            if (context.Service(placement.Name.Value) is { } service)
            {
                CheckPlatform(context, placement, service);
                CheckConfiguration(context, placement, service);
                CheckNeeds(context, placement, service);
            }
        }
    }

    private static void CheckPlatform(ValidationContext context, Named<PlacementDocument> placement, ServiceDocument service)
    {
        if (service.HasPlatforms && placement.Value is { Value.HasPlatform: false } written)
        {
            var first = service.Platforms?.Value.Select(platform => platform.Name.Value).FirstOrDefault() ?? Names.Platform.Sample;
            context.Findings.Report(
                FindingCode.MissingKey,
                written.Span,
                $"key 'platform' is missing in 'stage.{placement.Name.Value}'.",
                $"add 'platform: {first}': the service has platforms");
        }
    }

    private static void CheckConfiguration(ValidationContext context, Named<PlacementDocument> placement, ServiceDocument service)
    {
        if (service.HasConfigurations && placement.Value is { Value.HasConfiguration: false } written)
        {
            var first = service.Configurations?.Value.Select(configuration => configuration.Name.Value).FirstOrDefault() ?? Names.Configuration.Sample;
            context.Findings.Report(
                FindingCode.MissingKey,
                written.Span,
                $"key 'configuration' is missing in 'stage.{placement.Name.Value}'.",
                $"add 'configuration: {first}': the service has configurations");
        }
    }

    private static void CheckNeeds(ValidationContext context, Named<PlacementDocument> placement, ServiceDocument service)
    {
        var staged = context.Stage.Select(other => other.Name.Value).ToList();
        foreach (var need in service.Needs?.Value ?? [])
        {
            if (context.Service(need.Value) is not null && !staged.Contains(need.Value))
            {
                context.Findings.Report(
                    FindingCode.NotOnStage,
                    placement.Name.Span,
                    $"service '{placement.Name.Value}' needs '{need.Value}', which does not stand on the stage.",
                    $"add '{need.Value}' to 'stage'");
            }
        }
    }
}
