using System.Collections.Immutable;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Steps;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.Scenarios.Plans.Systems.Credentials;
using StagingHarness.Scenarios.Plans.Systems.Readiness;
using StagingHarness.Scenarios.Units;

namespace StagingHarness.TestKit.Plans;

/// <summary>
/// Makes a small valid plan for runs in virtual time: two servers, 20 requests per second, one incident minute is one second.
/// 13:50 baseline, 13:55 the new version is staged, 14:00 activated, watched until 14:10; the runbook acknowledges after 5 min,
/// decides in 1, rolls back in 2 and restarts in 2.
/// </summary>
public sealed class PlanBuilder
{
    private static readonly StepStart Next = new StepStart.AfterPrevious();
    private static readonly SourcePlace Place = new("scenarios/small.scenario.yaml", 1, 1);
    private ImmutableArray<StepPlan>? steps;
    private ImmutableArray<StepPlan>? runbook;
    private bool hasProvider = true;
    private double ratePerSecond = 20;
    private Func<ServicePlan, ServicePlan> changePortal = portal => portal;
    private ImmutableArray<(ServicePlan Service, int Instances, ServerVersion Version, ServerVersion End)> others = [];

    private static readonly ImmutableArray<string> Servers = ["portal-1", "portal-2"];

    public static ServerVersion Old { get; } = new("1.0", "1");

    public static ServerVersion New { get; } = new("2.0", "1");

    /// <summary>The steps of a plan that says nothing else, numbered 1 to 6.</summary>
    public static ImmutableArray<StepPlan> IncidentSteps { get; } =
    [
        new StartStageStepPlan { Number = "1", Sentence = "Start the stage", Start = Next, Takes = default, Deadline = Real(60), Place = null },
        new StartTrafficStepPlan { Number = "2", Sentence = "Start the traffic", Start = Next, Takes = default, Deadline = Real(10), Place = null },
        new BaselineStepPlan
        {
            Number = "3", Sentence = "Measure the unchanged stage", Start = Next, Takes = default, Deadline = Real(15), Place = null,
            MinimumSamples = 20,
        },
        new StageVersionStepPlan
        {
            Number = "4", Sentence = "Stage the new version", Start = At(13, 55), Takes = default, Deadline = Real(60), Place = Place,
            Service = "portal", Servers = Servers, Version = New,
        },
        new ActivateStepPlan
        {
            Number = "5", Sentence = "Activate the new version", Start = At(14, 0), Takes = default, Deadline = Real(30), Place = Place,
            Service = "portal", Servers = Servers, Version = New, Begins = "upgraded",
        },
        new WatchStepPlan { Number = "6", Sentence = "Watch the traffic", Start = Next, Takes = Minutes(10), Deadline = Real(10), Place = Place },
    ];

    /// <summary>The runbook of a plan that says nothing else, numbered R1 to R4.</summary>
    public static ImmutableArray<StepPlan> IncidentRunbook { get; } =
    [
        new AcknowledgeStepPlan { Number = "R1", Sentence = "Acknowledge the page", Start = Next, Takes = Minutes(5), Deadline = Real(10), Place = Place },
        new DecideStepPlan { Number = "R2", Sentence = "Decide what to do", Start = Next, Takes = Minutes(1), Deadline = Real(10), Place = Place },
        new RollBackStepPlan
        {
            Number = "R3", Sentence = "Roll back", Start = Next, Takes = Minutes(2), Deadline = Real(30), Place = Place,
            Service = "portal", Servers = Servers, Version = Old,
        },
        new RestartStepPlan
        {
            Number = "R4", Sentence = "Restart", Start = Next, Takes = Minutes(2), Deadline = Real(60), Place = Place,
            Service = "portal", Servers = Servers, Version = Old, Begins = "recovered",
        },
    ];

    /// <summary>These steps instead.</summary>
    public PlanBuilder WithSteps(params ImmutableArray<StepPlan> instead)
    {
        steps = instead;
        return this;
    }

    /// <summary>This step instead of the one with its number.</summary>
    public PlanBuilder WithStep(StepPlan step)
    {
        steps = [.. (steps ?? IncidentSteps).Select(each => each.Number == step.Number ? step : each)];
        runbook = [.. (runbook ?? IncidentRunbook).Select(each => each.Number == step.Number ? step : each)];
        return this;
    }

    /// <summary>This runbook instead; none: nobody answers a page.</summary>
    public PlanBuilder WithRunbook(params ImmutableArray<StepPlan> instead)
    {
        runbook = instead;
        return this;
    }

    /// <summary>A system without a third party.</summary>
    public PlanBuilder WithoutProvider()
    {
        hasProvider = false;
        return this;
    }

    public PlanBuilder WithRate(double requestsPerSecond)
    {
        ratePerSecond = requestsPerSecond;
        return this;
    }

    /// <summary>The portal otherwise.</summary>
    public PlanBuilder WithPortal(Func<ServicePlan, ServicePlan> change)
    {
        changePortal = change;
        return this;
    }

    /// <summary>A service more, which the gateway does not lead to.</summary>
    /// <param name="service">The service.</param>
    /// <param name="instances">How many of it stand on the stage.</param>
    /// <param name="version">What they begin with.</param>
    /// <param name="end">What they serve in the end; null: what they began with.</param>
    public PlanBuilder WithService(ServicePlan service, int instances, ServerVersion version, ServerVersion? end = null)
    {
        others = others.Add((service, instances, version, end ?? version));
        return this;
    }

    public ScenarioPlan Build()
    {
        var answered = runbook ?? IncidentRunbook;
        return new ScenarioPlan
        {
            FormatVersion = PlanJson.FormatVersion,
            Name = "small",
            Title = "A small scenario",
            Intent = Intent.Reproduce,
            ProtectFrom = null,
            Tags = [],
            File = Place.File,
            Overrides = [],
            OverrideFiles = [],
            Variables = [],
            Candidate = [],
            Seed = 1,
            Clock = new ClockPlan { Start = new IncidentTime((13 * 60) + 50), Minute = TimeSpan.FromSeconds(1) },
            System = System(),
            Stage =
            [
                new ServicePlacementPlan { Service = "portal", Instances = 2, Version = Old },
                .. others.Select(each => new ServicePlacementPlan { Service = each.Service.Name, Instances = each.Instances, Version = each.Version }),
            ],
            Traffic = Traffic(),
            Detection = new DetectionPlan { Background = new Share(0.001), Threshold = 2e7 },
            Steps = steps ?? IncidentSteps,
            Runbook = answered,
            Closing = Closing(),
            EndState = new EndStatePlan { WithoutPage = Everywhere(New), AfterRunbook = Everywhere(answered.IsEmpty ? New : Old) },
            Expectations = [],
            Reported = null,
        };
    }

    private static StepStart.AtTime At(int hour, int minute) => new StepStart.AtTime(new IncidentTime((hour * 60) + minute));

    private static TimeSpan Real(int seconds) => TimeSpan.FromSeconds(seconds);

    private static IncidentDuration Minutes(double minutes) => new(minutes);

    private ImmutableSortedDictionary<string, ServerVersion> Everywhere(ServerVersion version) => others.Aggregate(
        Servers.ToImmutableSortedDictionary(server => server, _ => version, StringComparer.Ordinal),
        (versions, each) => versions.AddRange(Enumerable.Range(1, each.Instances).Select(number => KeyValuePair.Create($"{each.Service.Name}-{number}", each.End))));

    private static ImmutableArray<StepPlan> Closing() =>
    [
        new VerifyStepPlan
        {
            Number = "7", Sentence = "Measure the end state", Start = Next, Takes = default, Deadline = Real(15), Place = null,
            MinimumSamples = 20, Window = Real(1),
        },
        new StopTrafficStepPlan { Number = "8", Sentence = "Stop the traffic", Start = Next, Takes = default, Deadline = Real(10), Place = null },
    ];

    private SystemPlan System() => new()
    {
        Name = "small-system",
        File = "scenarios/small.system.yaml",
        Services = [changePortal(Portal()), .. others.Select(each => each.Service)],
        Provider = hasProvider ? new ProviderPlan { Audience = "portal", TokenLifetime = TimeSpan.FromHours(1) } : null,
        Credentials = hasProvider
            ?
            [
                new GeneratedSecretPlan { Name = "api-key", Header = "X-Api-Key" },
                new ProviderTokenPlan { Name = "access-token", Header = "Authorization", ClientId = "portal-client" },
            ]
            : [new GeneratedSecretPlan { Name = "api-key", Header = "X-Api-Key" }],
    };

    private TrafficPlan Traffic() => new()
    {
        Service = "portal",
        RatePerSecond = ratePerSecond,
        Requests = [new RequestPlan(0, "GET", "/api/account"), new RequestPlan(1, "GET", "/api/orders")],
        Credentials = hasProvider ? ["api-key", "access-token"] : ["api-key"],
        Timeout = TimeSpan.FromSeconds(5),
        Connections = 8,
        TolerableDrops = Share.None,
    };

    private static ServicePlan Portal() => new()
    {
        Name = "portal",
        Releases = Artifacts("release", "1.0", "2.0"),
        Platforms = Artifacts("platform", "1", "2"),
        Launch = new LaunchPlan
        {
            Arguments = ["--urls", "{listen.http}"],
            Environment = ImmutableSortedDictionary<string, string>.Empty
                .Add("ISSUER", "{provider.issuer}")
                .Add("KEY", "{credentials.api-key}"),
            Files = [],
            Port = null,
            StopGrace = Real(10),
        },
        Readiness = new HttpReadinessPlan("/health") { Deadline = Real(30) },
        Health = new HealthPlan("/health", TimeSpan.FromMilliseconds(250)),
        Attestation = new JsonAttestationPlan
        {
            Path = "/version",
            ReleasePointer = "/release",
            PlatformPointer = "/platform",
            LibrariesPointer = "/libraries",
        },
        Needs = [],
        Container = new ContainerPlan { User = "1654:1654", MemoryBytes = 512L * 1024 * 1024, Processes = 512, ReadOnly = true, Writable = [] },
    };

    private static ImmutableSortedDictionary<string, ArtifactPlan> Artifacts(string axis, params string[] names) =>
        names.ToImmutableSortedDictionary(
            name => name,
            name => (ArtifactPlan)new ProjectArtifactPlan { Id = $"portal/{axis}/{name}", Place = Place, ProjectFile = $"{axis}s/{name}/it.csproj" });
}
