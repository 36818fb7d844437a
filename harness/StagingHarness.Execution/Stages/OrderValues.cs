using System.Collections.Immutable;
using System.Globalization;
using StagingHarness.Execution.Ports.Instances;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Execution.Stages;

/// <summary>Fills in what the run knows of the values that something is started with; the engine fills in what it knows.</summary>
internal sealed class OrderValues(Stage stage, RunSecrets secrets, ProviderPlan? provider)
{
    /// <summary>Texts of the run that are put beside whatever is started.</summary>
    public ImmutableArray<InstanceText> Texts => secrets.Certificates?.Texts ?? [];

    /// <param name="value">The value as it stands in the plan.</param>
    /// <param name="subject">Who is started, for people: <c>Server 'portal-1'</c>.</param>
    /// <param name="needs">Services that it needs.</param>
    /// <param name="addresses">Where they are reached; one of which no server runs is not in it.</param>
    /// <exception cref="NoEffectException">A service whose address the value holds has no server that runs.</exception>
    public string Fill(string value, string subject, ImmutableArray<string> needs, ImmutableDictionary<string, Uri> addresses)
    {
        foreach (var (name, secret) in secrets.Own)
        {
            value = value.Replace("{credentials." + name + "}", secret, StringComparison.Ordinal);
        }

        foreach (var needed in needs)
        {
            value = FillAddress(value, needed, subject, addresses.GetValueOrDefault(needed));
        }

        foreach (var client in provider?.SignIn?.Clients.Keys ?? [])
        {
            value = value
                .Replace($"{{provider.clients.{client}.id}}", client, StringComparison.Ordinal)
                .Replace($"{{provider.clients.{client}.secret}}", secrets.Clients[client], StringComparison.Ordinal)
                .Replace($"{{provider.clients.{client}.next-secret}}", secrets.NextClients[client], StringComparison.Ordinal)
                .Replace($"{{provider.clients.{client}.private-key}}", secrets.ClientKeys[client].PrivateKey, StringComparison.Ordinal)

                // A file, whose path the engine knows.
                .Replace($"{{provider.clients.{client}.certificate}}", $"{{stage.{StageCertificates.TextOf(client)}}}", StringComparison.Ordinal);
        }

        foreach (var (user, password) in secrets.Users)
        {
            value = value.Replace($"{{provider.users.{user}.password}}", password, StringComparison.Ordinal);
        }

        return provider is null
            ? value
            : value
                .Replace("{provider.issuer}", stage.Provider?.Issuer.OriginalString, StringComparison.Ordinal)
                .Replace("{provider.audience}", provider.Audience, StringComparison.Ordinal);
    }

    private static string FillAddress(string value, string needed, string subject, Uri? address)
    {
        var (host, port) = ($"{{services.{needed}.host}}", $"{{services.{needed}.port}}");
        if (!value.Contains(host, StringComparison.Ordinal) && !value.Contains(port, StringComparison.Ordinal))
        {
            return value;
        }

        if (address is null)
        {
            throw new NoEffectException(
                $"{subject} cannot be started: it needs service '{needed}', and none of that service's servers runs.");
        }

        return value
            .Replace(host, address.Host, StringComparison.Ordinal)
            .Replace(port, address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
