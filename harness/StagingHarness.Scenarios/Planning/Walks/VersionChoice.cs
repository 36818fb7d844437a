using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning.Walks;

/// <summary>Which version a placement or a target means; null when that cannot be told.</summary>
internal static class VersionChoice
{
    public static ServerVersion? Of(PlacementDocument? placement, ServiceDocument? service)
    {
        var platform = service is { HasPlatforms: false } ? ServerVersion.NoPlatform : placement?.Platform?.Value;
        var configuration = service is { HasConfigurations: true } ? placement?.Configuration?.Value : null;
        return placement?.Release is { Value: var release } && platform is not null && (configuration is not null || service is not { HasConfigurations: true })
            ? new ServerVersion(release, platform, configuration)
            : null;
    }

    /// <summary>An axis that is not given stays as it is.</summary>
    public static ServerVersion? Towards(VersionDocument target, ServerVersion? serving)
    {
        if (target is { Release: null, Platform: null, Configuration: null })
        {
            return null;
        }

        var release = target.Release?.Value ?? serving?.Release;
        var platform = target.Platform?.Value ?? serving?.Platform;
        return release is null || platform is null
            ? null
            : new ServerVersion(release, platform, target.Configuration?.Value ?? serving?.Configuration);
    }
}
