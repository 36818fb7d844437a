using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.Scenarios.Plans.Systems.Credentials;
using StagingHarness.Scenarios.Plans.Systems.Readiness;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>The client portal, as a plan holds it.</summary>
public static class SystemPlans
{
    private static readonly SourcePlace Place = new("scenarios/systems/client-portal/client-portal.system.yaml", 1, 1);

    public static SystemPlan ClientPortal() => new()
    {
        Name = "client-portal",
        File = Place.File,
        Services = [Portal()],
        Provider = new ProviderPlan { Audience = "client-portal", TokenLifetime = TimeSpan.FromHours(1) },
        Credentials =
        [
            new GeneratedSecretPlan { Name = "api-key", Header = "X-Api-Key" },
            new ProviderTokenPlan { Name = "access-token", Header = "Authorization", ClientId = "portal-web" },
        ],
    };

    public static TrafficPlan Traffic() => new()
    {
        Service = "portal",
        RatePerSecond = 100,
        Requests = [new RequestPlan(0, "GET", "/api/account"), new RequestPlan(1, "GET", "/api/orders")],
        Credentials = ["api-key", "access-token"],
        Timeout = TimeSpan.FromSeconds(5),
        Connections = 64,
        TolerableDrops = new Share(0.001),
    };

    private static ServicePlan Portal() => new()
    {
        Name = "portal",
        Releases = Artifacts("release", "1.0", "2.0"),
        Platforms = Artifacts("platform", "1", "2"),
        Launch = new LaunchPlan
        {
            Arguments = [],
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("ASPNETCORE_URLS", "{listen.http}"),
            Files = [],
            Port = null,
            StopGrace = TimeSpan.FromSeconds(10),
        },
        Readiness = new HttpReadinessPlan("/health") { Deadline = TimeSpan.FromSeconds(30) },
        Health = new HealthPlan("/health", TimeSpan.FromMilliseconds(250)),
        Attestation = new JsonAttestationPlan
        {
            Path = "/version",
            ReleasePointer = "/release",
            PlatformPointer = "/platform",
            LibrariesPointer = "/libraries/carried",
        },
        Needs = [],
        Container = new ContainerPlan { User = "1654:1654", MemoryBytes = 512L * 1024 * 1024, Processes = 512, ReadOnly = true, Writable = [] },
    };

    private static ImmutableSortedDictionary<string, ArtifactPlan> Artifacts(string axis, params string[] names) =>
        names.ToImmutableSortedDictionary(
            name => name,
            name => (ArtifactPlan)new ProjectArtifactPlan { Id = $"portal/{axis}/{name}", Place = Place, ProjectFile = $"{axis}s/{name}/it.csproj" });
}
