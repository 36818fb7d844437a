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
        Services = [.. system.Services.Given().Select(new ServicePlanner(file, root).Plan)],
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
}
