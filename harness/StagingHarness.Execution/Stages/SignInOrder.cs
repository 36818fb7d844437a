using System.Collections.Immutable;
using StagingHarness.Execution.Certificates;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Stages;

/// <summary>Who signs in at the provider, with the passwords of this run.</summary>
internal static class SignInOrder
{
    public static SignInSetup Of(SignInPlan? plan, RunSecrets secrets) => plan is null ? new SignInSetup() : new SignInSetup
    {
        Clients = plan.Clients,
        NextSecrets = secrets.NextClients,
        ClientKeys = secrets.ClientKeys.ToImmutableSortedDictionary(client => client.Key, client => client.Value.PublicKey, StringComparer.Ordinal),
        ClientCertificates = (secrets.Certificates?.Clients ?? ImmutableSortedDictionary<string, ClientCertificate>.Empty)
            .ToImmutableSortedDictionary(client => client.Key, client => client.Value.Known, StringComparer.Ordinal),
        ClientIssuers = secrets.Certificates?.ClientIssuers ?? [],
        Users = plan.Users.ToImmutableSortedDictionary(
            user => user.Key, user => new SignInUser { Password = secrets.Users[user.Key], Claims = user.Value }, StringComparer.Ordinal),
    };
}
