using System.Collections.Immutable;
using StagingHarness.Execution.Ports;
using StagingHarness.Execution.Ports.Failures;
using StagingHarness.Execution.Ports.Members;
using StagingHarness.Scenarios.Plans;
using StagingHarness.Scenarios.Plans.Systems.Credentials;

namespace StagingHarness.Execution.Stages;

/// <summary>The headers in which the traffic shows its credentials; tokens are obtained from the provider anew each time.</summary>
internal sealed class CredentialHeaders(ScenarioPlan plan, Stage stage, RunSecrets secrets)
{
    /// <returns>Name to value, and after how long the first token expires; null when none does.</returns>
    /// <exception cref="NoTokenException">The provider gave no token.</exception>
    public Task<(ImmutableSortedDictionary<string, string> Headers, TimeSpan? ExpiresIn)> ObtainAsync(CancellationToken cancellationToken) =>
        ObtainAsync(plan.Traffic.Credentials, cancellationToken);

    /// <summary>The same for some of the system's credentials.</summary>
    /// <returns>Name to value, and after how long the first token expires; null when none does.</returns>
    /// <exception cref="NoTokenException">The provider gave no token.</exception>
    public async Task<(ImmutableSortedDictionary<string, string> Headers, TimeSpan? ExpiresIn)> ObtainAsync(
        ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        TimeSpan? expiresIn = null;
        foreach (var credential in plan.System.Credentials.Where(credential => names.Contains(credential.Name)))
        {
            switch (credential)
            {
                case SecretPlan { Header: { } header } secret:
                    headers[header] = secrets.Own[secret.Name];
                    break;
                case ProviderTokenPlan token:
                    var provider = stage.Provider ?? throw new InvalidOperationException("No provider runs yet.");
                    var accessToken = await ObtainAsync(provider, token, cancellationToken);
                    headers[token.Header] = "Bearer " + accessToken.Value;
                    expiresIn = expiresIn is { } earlier && earlier < accessToken.ExpiresIn ? earlier : accessToken.ExpiresIn;
                    break;
                default:
                    throw new InvalidOperationException($"Credential '{credential.Name}' is of a kind that traffic cannot carry.");
            }
        }

        return (headers.ToImmutable(), expiresIn);
    }

    private static async Task<AccessToken> ObtainAsync(IProvider provider, ProviderTokenPlan token, CancellationToken cancellationToken)
    {
        try
        {
            return await provider.ObtainTokenAsync(token.ClientId, cancellationToken);
        }
        catch (ControlException exception)
        {
            throw new NoTokenException(token.Name, exception);
        }
    }
}
