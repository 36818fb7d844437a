using System.Collections.Immutable;
using StagingHarness.Protocols.Provider;
using StagingHarness.Scenarios.Documents.Shapes;
using StagingHarness.Scenarios.Documents.Systems;
using StagingHarness.Scenarios.Plans.Systems;

namespace StagingHarness.Scenarios.Planning;

/// <summary>Who signs in at the provider; nobody, where no client is declared for it.</summary>
internal static class SignInPlanner
{
    public static SignInPlan? Plan(ProviderDocument provider) => provider.Clients is not { } clients
        ? null
        : new SignInPlan
        {
            Clients = clients.Value.ToImmutableSortedDictionary(
                client => client.Name.Value, client => Redirects(client.Value.Given()), StringComparer.Ordinal),
            Certificates = CertificatesOf(clients.Value),
            Users = provider.Users?.Value.ToImmutableSortedDictionary(
                user => user.Name.Value, user => user.Value.Given().Claims?.Value ?? Defaults.UserClaims, StringComparer.Ordinal)
                ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(Defaults.User, Defaults.UserClaims),
        };

    private static ImmutableSortedDictionary<string, ClientCertificateKind>? CertificatesOf(ImmutableArray<Named<SignInClientDocument>> clients)
    {
        var kinds = clients.Where(client => client.Value.Given().Certificate is not null)
            .ToImmutableSortedDictionary(client => client.Name.Value, client => client.Value.Given().Certificate!.Value, StringComparer.Ordinal);
        return kinds.IsEmpty ? null : kinds;
    }

    private static ClientRedirects Redirects(SignInClientDocument client) => new()
    {
        SignedIn = [.. (client.SignedIn?.Value ?? []).Select(place => place.Value)],
        SignedOut = [.. (client.SignedOut?.Value ?? []).Select(place => place.Value)],
    };
}
