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
        return placement?.Release is { Value: var release } && platform is not null ? new ServerVersion(release, platform) : null;
    }

    /// <summary>An axis that is not given stays as it is.</summary>
    public static ServerVersion? Towards(VersionDocument target, ServerVersion? serving)
    {
        if (target is { Release: null, Platform: null })
        {
            return null;
        }

        var release = target.Release?.Value ?? serving?.Release;
        var platform = target.Platform?.Value ?? serving?.Platform;
        return release is null || platform is null ? null : new ServerVersion(release, platform);
    }
}
