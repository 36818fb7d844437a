using System.Collections.Immutable;
using System.Security.Cryptography;
using StagingHarness.Scenarios.Plans;

namespace StagingHarness.Execution.Stages;

/// <summary>The secrets of one run, made anew: none is ever written to a journal, a log line or an argument.</summary>
internal sealed class RunSecrets
{
    private RunSecrets(ImmutableSortedDictionary<string, string> generated, ImmutableSortedDictionary<string, string> clients)
    {
        Generated = generated;
        Clients = clients;
    }

    /// <summary>Credential name to secret, for credentials of the system's own.</summary>
    public ImmutableSortedDictionary<string, string> Generated { get; }

    /// <summary>Client id to client secret at the provider.</summary>
    public ImmutableSortedDictionary<string, string> Clients { get; }

    public static RunSecrets Create(SystemPlan system) => new(
        system.Credentials.OfType<GeneratedSecretPlan>()
            .ToImmutableSortedDictionary(credential => credential.Name, _ => NewSecret(), StringComparer.Ordinal),
        system.Credentials.OfType<ProviderTokenPlan>().Select(credential => credential.ClientId).Distinct()
            .ToImmutableSortedDictionary(client => client, _ => NewSecret(), StringComparer.Ordinal));

    private static string NewSecret() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
