using System.Collections.Immutable;
using StagingHarness.Scenarios.Documents;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes the plan of a system that has no findings.</summary>
internal sealed class SystemPlanner(SystemDocument system, string file, RootFolder root)
{
    public SystemPlan Plan() => new()
    {
        Name = system.System.Given(),
        File = file,
        Services = [.. system.Services.Given().Select(Service)],
        Provider = system.Provider?.Value is { } provider
            ? new ProviderPlan
            {
                Audience = provider.Audience.Given(),
                TokenLifetime = provider.TokenLifetime?.Value ?? Defaults.TokenLifetime,
            }
            : null,
        Credentials = [.. (system.Credentials?.Value ?? []).Select(Credential)],
    };

    private static CredentialPlan Credential(Named<CredentialDocument> credential) => credential.Value.Given() switch
    {
        GeneratedCredentialDocument generated => new GeneratedSecretPlan
        {
            Name = credential.Name.Value,
            Header = generated.Header?.Value,
        },
        ProviderCredentialDocument token => new ProviderTokenPlan
        {
            Name = credential.Name.Value,
            Header = token.Header.Given(),
            ClientId = token.Client.Given(),
        },
        var other => throw new InvalidOperationException($"Credential '{other.GetType().Name}' has no plan."),
    };

    private ServicePlan Service(Named<ServiceDocument> service)
    {
        var document = service.Value.Given();
        var (ready, health, attest) = (document.Ready.Given(), document.Health.Given(), document.Attest.Given());
        return new ServicePlan
        {
            Name = service.Name.Value,
            Releases = Artifacts(document.Releases.Given(), $"{service.Name.Value}/release"),
            Platforms = Artifacts(document.Platforms.Given(), $"{service.Name.Value}/platform"),
            Launch = Launch(document.Start.Given()),
            Readiness = new HttpReadinessPlan(ready.Path.Given()) { Deadline = ready.Within?.Value ?? Defaults.ReadyDeadline },
            Health = new HealthPlan(health.Path.Given(), health.Every?.Value ?? Defaults.HealthInterval),
            Attestation = new JsonAttestationPlan
            {
                Path = attest.Path.Given(),
                ReleasePointer = attest.Release.Given(),
                PlatformPointer = attest.Platform.Given(),
                LibrariesPointer = attest.Libraries?.Value,
            },
            Needs = [],
            Container = new ContainerPlan
            {
                User = Defaults.ContainerUser,
                MemoryBytes = Defaults.ContainerMemoryBytes,
                Processes = Defaults.ContainerProcesses,
                ReadOnly = true,
                Writable = [],
            },
        };
    }

    private static LaunchPlan Launch(StartDocument start) => new()
    {
        Arguments = [.. (start.Arguments?.Value ?? []).Select(argument => argument.Value)],
        Environment = (start.Environment?.Value ?? []).ToImmutableSortedDictionary(
            variable => variable.Name.Value,
            variable => variable.Value.Given(),
            StringComparer.Ordinal),
        Files = [],
        Port = null,
        StopGrace = start.StopWithin?.Value ?? Defaults.StopGrace,
    };

    private ImmutableSortedDictionary<string, ArtifactPlan> Artifacts(ImmutableArray<Named<ArtifactDocument>> artifacts, string id) =>
        artifacts.ToImmutableSortedDictionary(
            artifact => artifact.Name.Value,
            ArtifactPlan (artifact) => new ProjectArtifactPlan
            {
                Id = $"{id}/{artifact.Name.Value}",
                Place = artifact.Name.Span.ToPlace(),
                ProjectFile = root.Resolve(file, artifact.Value.Given().Project.Given())
                    ?? throw new InvalidOperationException("A project outside the root passed the rules."),
            },
            StringComparer.Ordinal);
}
