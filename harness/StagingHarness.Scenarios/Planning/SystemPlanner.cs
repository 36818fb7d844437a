using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents.Facets;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems.Credentials;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Files;
using StagingHarness.Scenarios.Planning.Facets;
using StagingHarness.Scenarios.Plans.Systems.Credentials;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Makes the plan of a system that has no findings.</summary>
internal sealed class SystemPlanner(SystemDocument system, string file, RootFolder root)
{
    public SystemPlan Plan()
    {
        var artifacts = new ArtifactPlanner(file, root);
        var trust = new TrustPlanner(HasTls);
        ImmutableArray<ServicePlan> services = [.. system.Services.Given().Select(new ServicePlanner(artifacts, trust).Plan)];
        return new SystemPlan
        {
            Name = system.System.Given(),
            File = file,
            Services = services,
            Jobs = [.. (system.Jobs?.Value ?? []).Select(new JobPlanner(services, artifacts, trust).Plan)],
            Provider = system.Provider?.Value is { } provider
                ? new ProviderPlan
                {
                    Audience = provider.Audience?.Value ?? system.System.Given(),
                    TokenLifetime = provider.TokenLifetime?.Value ?? Defaults.TokenLifetime,
                    Tls = HasTls,
                    SignIn = SignInPlanner.Plan(provider),
                    Mappings = system.Mappings.ToNames().IsEmpty ? null : system.Mappings,
                    Contracts = provider.Contracts?.Value.ToImmutableSortedDictionary(
                        contract => contract.Name.Value, contract => Contract(contract.Name.Value, contract.Value.Given()), StringComparer.Ordinal),
                }
                : null,
            Credentials = [.. (system.Credentials?.Value ?? []).Select(Credential)],
        };
    }

    /// <summary>The contract's name stands for its mappings: they are given to the stand-in at its start.</summary>
    private static FacetSettings Contract(string name, FacetsDocument facets) =>
        FacetPlanner.Plan(facets) with { Mappings = facets.Mappings is null ? null : name };

    private bool HasTls => system.Provider?.Value.Tls?.Value ?? Defaults.ProviderTls;

    private CredentialPlan Credential(Named<CredentialDocument> credential) => credential.Value.Given() switch
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
        ReferencedCredentialDocument referenced => referenced.From.Given() switch
        {
            EnvironmentSecretDocument environment => new EnvironmentSecretPlan
            {
                Name = credential.Name.Value,
                Header = referenced.Header?.Value,
                Variable = environment.Environment.Given(),
            },
            FileSecretDocument secret => new FileSecretPlan
            {
                Name = credential.Name.Value,
                Header = referenced.Header?.Value,
                File = SecretFile(secret.File.Given()),
            },
            var other => throw new InvalidOperationException($"Secret '{other.GetType().Name}' has no plan."),
        },
        var other => throw new InvalidOperationException($"Credential '{other.GetType().Name}' has no plan."),
    };

    private string SecretFile(string path) => path.StartsWith('/')
        ? path
        : root.Resolve(file, path) ?? throw new InvalidOperationException($"Secret file '{path}' lies outside the root, without a finding.");
}
