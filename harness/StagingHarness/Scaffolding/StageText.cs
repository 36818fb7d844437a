using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scaffolding;

/// <summary>Parts that every template has, as scenarios write them.</summary>
internal static class StageText
{
    /// <summary>The section 'stage', two servers of the service and one of each that it needs.</summary>
    public static string Stage(ScaffoldFacts facts)
    {
        var needs = facts.Needs.Select(need => $"  {need.Name}: {{ instances: 1, {Version(First(need))} }}\n");
        return $"stage:\n{string.Concat(needs)}  {facts.Service.Name}: {{ instances: 2, {Version(facts.From)} }}   # as production is today\n";
    }

    public static string Upgrade(ScaffoldFacts facts)
    {
        var platform = facts.To.Platform == facts.From.Platform ? "" : $", platform: \"{facts.To.Platform}\"";
        var release = facts.To.Release == facts.From.Release && platform.Length > 0 ? platform[2..] : $"release: \"{facts.To.Release}\"{platform}";
        return $"upgrade:\n  service: {facts.Service.Name}\n  to: {{ {release} }}\n";
    }

    public static string Traffic(ScaffoldFacts facts)
    {
        var guessed = facts.AreRequestsGuessed ? "   # write what your clients ask for" : "";
        var credentials = facts.Credentials.IsEmpty ? "" : $"  credentials: [{string.Join(", ", facts.Credentials)}]\n";
        var requests = string.Join(", ", facts.Requests);
        return $"traffic:\n  service: {facts.Service.Name}\n  rate: 100/s\n  requests: [{requests}]{guessed}\n{credentials}";
    }

    /// <summary>A version that is there at the beginning.</summary>
    public static ServerVersion First(ServicePlan service) =>
        new(
            service.Releases.Keys.First(),
            service.Platforms.Count == 0 ? ServerVersion.NoPlatform : service.Platforms.Keys.First(),
            service.Configurations.Keys.FirstOrDefault());

    private static string Version(ServerVersion version)
    {
        var platform = version.Platform == ServerVersion.NoPlatform ? "" : $", platform: \"{version.Platform}\"";
        var configuration = version.Configuration is null ? "" : $", configuration: {version.Configuration}";
        return $"release: \"{version.Release}\"{platform}{configuration}";
    }
}
