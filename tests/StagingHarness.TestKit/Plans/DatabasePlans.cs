using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.Scenarios.Plans.Systems.Readiness;

namespace StagingHarness.TestKit.Plans;

/// <summary>A database as a plan holds it: an image, ready by its port, without health check and platform, attested by its digest.</summary>
public static class DatabasePlans
{
    private static readonly SourcePlace Place = new("scenarios/small.system.yaml", 1, 1);

    public static ServerVersion Old { get; } = new("15", ServerVersion.NoPlatform);

    public static ServerVersion New { get; } = new("16", ServerVersion.NoPlatform);

    public static ServicePlan Service(string name = "db", params string[] needs) => new()
    {
        Name = name,
        Releases = Image(name, "15", "16"),
        Platforms = ImmutableSortedDictionary<string, ArtifactPlan>.Empty,
        Launch = new LaunchPlan
        {
            Arguments = ["-c", "config_file={files.settings}"],
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("PASSWORD", "{credentials.api-key}"),
            Files = [new LaunchFilePlan("settings", "files/postgresql.conf", "/etc/postgresql.conf")],
            Port = 5432,
            StopGrace = TimeSpan.FromSeconds(10),
        },
        Readiness = new PortReadinessPlan { Deadline = TimeSpan.FromSeconds(20) },
        Health = null,
        Attestation = new DigestAttestationPlan(),
        Needs = [.. needs],
        Container = new ContainerPlan { User = "999:999", MemoryBytes = 256L * 1024 * 1024, Processes = 100, ReadOnly = true, Writable = ["/run"] },
    };

    /// <summary>Steps that bring a service to a version: staged, activated; numbered 4 and 5.</summary>
    public static ImmutableArray<StepPlan> Upgrade(string service, ServerVersion version, int instances = 1) =>
    [
        new StageVersionStepPlan
        {
            Number = "4", Sentence = "Stage the new version", Start = new StepStart.AfterPrevious(), Takes = default,
            Deadline = TimeSpan.FromSeconds(60), Place = Place, Service = service, Servers = [.. Enumerable.Range(1, instances).Select(number => $"{service}-{number}")], Version = version,
        },
        new ActivateStepPlan
        {
            Number = "5", Sentence = "Activate the new version", Start = new StepStart.AfterPrevious(), Takes = default,
            Deadline = TimeSpan.FromSeconds(60), Place = Place, Service = service, Servers = [.. Enumerable.Range(1, instances).Select(number => $"{service}-{number}")], Version = version, Begins = "upgraded",
        },
    ];

    private static ImmutableSortedDictionary<string, ArtifactPlan> Image(string service, params string[] releases) =>
        releases.ToImmutableSortedDictionary(
            release => release,
            release => (ArtifactPlan)new ImageArtifactPlan
            {
                Id = $"{service}/release/{release}",
                Place = Place,
                Reference = $"postgres:{release}",
                Local = new LocalLaunchPlan { Command = ["postgres", "-p", "{listen.http.port}"], Requires = [] },
            });
}
