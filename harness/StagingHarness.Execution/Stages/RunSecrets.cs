using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Credentials;

namespace StagingHarness.Execution.Stages;

/// <summary>The secrets of one run, made anew or read from where they lie: none is ever written to a journal, a log line or an argument.</summary>
internal sealed class RunSecrets
{
    private RunSecrets(
        ImmutableSortedDictionary<string, string> own,
        ImmutableSortedDictionary<string, string> clients,
        ImmutableSortedDictionary<string, string> nextClients,
        ImmutableSortedDictionary<string, ClientKey> clientKeys,
        ImmutableSortedDictionary<string, string> users,
        StageCertificates? certificates)
    {
        Own = own;
        Clients = clients;
        NextClients = nextClients;
        ClientKeys = clientKeys;
        Users = users;
        Certificates = certificates;
    }

    /// <summary>All of them, to be taken out of whatever is written down; keys also as JSON spells them, since members are handed them so.</summary>
    public IEnumerable<string> All =>
    [
        .. Own.Values, .. Clients.Values, .. NextClients.Values, .. Users.Values, RoutingKey,
        .. ClientKeys.Values.SelectMany(key => key.Secrets),
        .. (Certificates?.PrivateKeys ?? []).SelectMany(key => (string[])[key, JsonEncodedText.Encode(key).ToString()]).Distinct(),
    ];

    /// <summary>Null where nothing on the stage speaks TLS.</summary>
    public StageCertificates? Certificates { get; }

    /// <summary>Credential name to secret, for credentials of the system's own.</summary>
    public ImmutableSortedDictionary<string, string> Own { get; }

    /// <summary>Client id to client secret at the provider.</summary>
    public ImmutableSortedDictionary<string, string> Clients { get; }

    /// <summary>Client id to the secret that follows that one; of clients that services are.</summary>
    public ImmutableSortedDictionary<string, string> NextClients { get; }

    /// <summary>Client id to the key that it signs with, and that its certificate is about where it has one; of the same clients.</summary>
    public ImmutableSortedDictionary<string, ClientKey> ClientKeys { get; }

    /// <summary>Name to password, of those who sign in at the provider.</summary>
    public ImmutableSortedDictionary<string, string> Users { get; }

    /// <summary>By which the pager knows where an event belongs.</summary>
    public string RoutingKey { get; } = NewSecret();

    /// <param name="plan">What is to be kept secret in it.</param>
    /// <param name="existing">Credential name to secret, of those that are not made for the run.</param>
    /// <param name="now">Certificates are valid around it.</param>
    public static RunSecrets Create(ScenarioPlan plan, ImmutableSortedDictionary<string, string> existing, DateTimeOffset now)
    {
        var signIn = plan.System.Provider?.SignIn;
        var keys = (signIn?.Clients.Keys ?? []).ToImmutableSortedDictionary(client => client, _ => ClientKey.Create(), StringComparer.Ordinal);
        return new RunSecrets(
            plan.System.Credentials.OfType<SecretPlan>()
                .ToImmutableSortedDictionary(
                    credential => credential.Name,
                    credential => credential is GeneratedSecretPlan ? NewSecret() : existing[credential.Name],
                    StringComparer.Ordinal),
            plan.System.Credentials.OfType<ProviderTokenPlan>().Select(credential => credential.ClientId)
                .Concat(signIn?.Clients.Keys ?? [])
                .Distinct()
                .ToImmutableSortedDictionary(client => client, _ => NewSecret(), StringComparer.Ordinal),
            keys.Keys.ToImmutableSortedDictionary(client => client, _ => NewSecret(), StringComparer.Ordinal),
            keys,
            (signIn?.Users.Keys ?? []).ToImmutableSortedDictionary(user => user, _ => NewSecret(), StringComparer.Ordinal),
            StageCertificates.Create(
                plan.System.Provider is { Tls: true },
                plan.Traffic.Tls,
                signIn?.Certificates ?? ImmutableSortedDictionary<string, ClientCertificateKind>.Empty,
                keys,
                now));
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
