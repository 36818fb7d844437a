using System.Collections.Immutable;
using StagingHarness.Execution.Control;
using StagingHarness.Execution.Ports;
using StagingHarness.Protocols.Control;
using StagingHarness.Protocols.Provider;

namespace StagingHarness.Execution.Provider;

/// <summary>Controls a running provider stand-in, and gets tokens from it as a client would.</summary>
internal sealed class ProviderClient(
    ControlChannel channel, ProviderAddresses addresses, ImmutableSortedDictionary<string, string> clients, string token) : IProvider
{
    public Uri Issuer => addresses.Issuer;

    public ImmutableArray<ClientRoute> Routes => addresses.Routes;

    public async Task<AccessToken> ObtainTokenAsync(string clientId, CancellationToken cancellationToken)
    {
        if (!clients.TryGetValue(clientId, out var secret))
        {
            throw new ControlException(channel.Member, $"it knows no client '{clientId}'. Use one of: {string.Join(", ", clients.Keys)}.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(addresses.Issuer, StandInProgram.TokenPath))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = clientId,
                ["client_secret"] = secret,
            }),
        };
        var answer = await channel.AskAsync(request, TokenJson.Default.TokenResponse, cancellationToken);
        return answer is { AccessToken.Length: > 0, ExpiresIn: > 0 } && answer.TokenType.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? new AccessToken(answer.AccessToken, TimeSpan.FromSeconds(answer.ExpiresIn))
            : throw new ControlException(channel.Member,
                $"its token for client '{clientId}' has type '{answer.TokenType}' and lasts {answer.ExpiresIn} s; a usable one is 'Bearer' and lasts.");
    }

    public async Task<ProviderReading> ReadAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(addresses.Control, StandInProgram.ReadingsPath))
        {
            Headers = { { ControlToken.Header, token } },
        };
        var readings = await channel.AskAsync(request, StandInJson.Default.StandInReadings, cancellationToken);
        return new ProviderReading(readings.Calls, readings.Unmatched, readings.UnmatchedCount, readings.StubErrors);
    }
}
