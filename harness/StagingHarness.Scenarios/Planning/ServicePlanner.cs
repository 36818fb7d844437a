using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Documents.Systems.Artifacts;
using StagingHarness.Scenarios.Documents.Systems.Attestation;
using StagingHarness.Scenarios.Documents.Systems.Readiness;
using StagingHarness.Scenarios.Plans.Systems;
using StagingHarness.Scenarios.Plans.Systems.Artifacts;
using StagingHarness.Scenarios.Plans.Systems.Attestation;
using StagingHarness.Scenarios.Plans.Systems.Readiness;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes the plan of a service of a system that has no findings.</summary>
/// <param name="artifacts">What makes its artifacts and files.</param>
/// <param name="trust">What it trusts.</param>
internal sealed class ServicePlanner(ArtifactPlanner artifacts, TrustPlanner trust)
{
    public ServicePlan Plan(Named<ServiceDocument> service)
    {
        var document = service.Value.Given();
        return new ServicePlan
        {
            Name = service.Name.Value,
            Releases = Artifacts(document.Releases.Given(), $"{service.Name.Value}/release"),
            Platforms = Artifacts(document.Platforms?.Value ?? [], $"{service.Name.Value}/platform"),
            Launch = Launch(document.Start.Given()),
            Configurations = (document.Configurations?.Value ?? []).ToImmutableSortedDictionary(
                configuration => configuration.Name.Value,
                configuration => Configuration(configuration.Value.Given()),
                StringComparer.Ordinal),
            Readiness = Readiness(document.Ready.Given()),
            Health = document.Health?.Value is { } health
                ? new HealthPlan(health.Path.Given(), health.Every?.Value ?? Defaults.HealthInterval)
                : null,
            Attestation = Attestation(document.Attest.Given()),
            Needs = Texts(document.Needs),
            Container = Container(document.Container?.Value),
        };
    }

    public static ContainerPlan Container(ContainerDocument? container) => new()
    {
        User = container?.User?.Value ?? Defaults.ContainerUser,
        MemoryBytes = container?.Memory?.Value ?? Defaults.ContainerMemoryBytes,
        Processes = container?.Processes?.Value ?? Defaults.ContainerProcesses,
        ReadOnly = container?.ReadOnly?.Value ?? Defaults.ContainerReadOnly,
        Writable = Texts(container?.Writable),
    };

    public static ImmutableSortedDictionary<string, string> Environment(Spanned<ImmutableArray<Named<string>>>? environment) =>
        (environment?.Value ?? []).ToImmutableSortedDictionary(
            variable => variable.Name.Value,
            variable => variable.Value.Given(),
            StringComparer.Ordinal);

    public static ImmutableArray<string> Texts(Spanned<ImmutableArray<Spanned<string>>>? texts) =>
        [.. (texts?.Value ?? []).Select(text => text.Value)];

    private static ReadinessPlan Readiness(ReadyDocument ready)
    {
        var deadline = ready.Within?.Value ?? Defaults.ReadyDeadline;
        return ready switch
        {
            PathReadyDocument path => new HttpReadinessPlan(path.Path.Given()) { Deadline = deadline },
            PortReadyDocument => new PortReadinessPlan { Deadline = deadline },
            LogReadyDocument log => new LogReadinessPlan(log.Log.Given()) { Deadline = deadline },
            var other => throw new InvalidOperationException($"Readiness '{other.GetType().Name}' has no plan."),
        };
    }

    private static AttestationPlan Attestation(AttestDocument attest) => attest switch
    {
        JsonAttestDocument json => new JsonAttestationPlan
        {
            Path = json.Path.Given(),
            ReleasePointer = json.Release.Given(),
            PlatformPointer = json.Platform?.Value,
            LibrariesPointer = json.Libraries?.Value,
            ConfigurationPointer = json.Configuration?.Value,
        },
        HeaderAttestDocument header => new HeaderAttestationPlan
        {
            Path = header.Path.Given(),
            ReleaseHeader = header.ReleaseHeader.Given(),
            PlatformHeader = header.PlatformHeader?.Value,
            ConfigurationHeader = header.ConfigurationHeader?.Value,
        },
        CommandAttestDocument command => new CommandAttestationPlan
        {
            Command = Texts(command.Command),
            Pattern = command.Pattern?.Value,
        },
        DigestAttestDocument => new DigestAttestationPlan(),
        var other => throw new InvalidOperationException($"Attestation '{other.GetType().Name}' has no plan."),
    };

    private ConfigurationPlan Configuration(ConfigurationDocument configuration) => new()
    {
        Environment = Environment(configuration.Environment),
        Files = artifacts.Files(configuration.Files),
    };

    private LaunchPlan Launch(StartDocument start) => new()
    {
        Arguments = Texts(start.Arguments),
        Environment = trust.Complete(Environment(start.Environment)),
        Files = artifacts.Files(start.Files),
        Port = start.Port?.Value,
        StopGrace = start.StopWithin?.Value ?? Defaults.StopGrace,
    };

    private ImmutableSortedDictionary<string, ArtifactPlan> Artifacts(ImmutableArray<Named<ArtifactDocument>> versions, string id) =>
        versions.ToImmutableSortedDictionary(
            artifact => artifact.Name.Value,
            artifact => artifacts.Artifact(artifact.Value.Given(), $"{id}/{artifact.Name.Value}", artifact.Name.Span.ToPlace()),
            StringComparer.Ordinal);
}
